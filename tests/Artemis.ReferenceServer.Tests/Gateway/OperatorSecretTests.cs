using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Gateway.Operation;

namespace Artemis.ReferenceServer.Tests.Gateway;

public sealed class OperatorSecretTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_made_up_once_and_makes_the_folder_that_it_lies_in()
    {
        var options = new ServerOptions { DataDirectory = Path.Combine(_folder.Path, "not", "there", "yet") };
        Assert.NotNull(OperatorSecret.Load(options));
        var text = OperatorSecret.Find(options);
        Assert.Equal(64, text!.Length);
        Assert.NotNull(OperatorSecret.Load(options));
        Assert.Equal(text, OperatorSecret.Find(options));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(OperatorSecret.PathIn(options)));
    }
}

using System.Runtime.ExceptionServices;

namespace Artemis.Client;

/// <summary>
/// Lets no exception of a caller's code into the client, which would lose its place in the stream: it is thrown on a thread of its own
/// as an unhandled one, as that of any other callback would be.
/// </summary>
internal static class Callback
{
    /// <summary>Runs a caller's code.</summary>
    public static void Run<T>(Action<T>? callback, T argument)
    {
        try
        {
            callback?.Invoke(argument);
        }
        catch (Exception error)
        {
            Report(error);
        }
    }

    /// <summary>Throws an exception of a caller's code where it breaks nothing of the client.</summary>
    public static void Report(Exception error) => ThreadPool.UnsafeQueueUserWorkItem(
        static thrown => thrown.Throw(), ExceptionDispatchInfo.Capture(error), preferLocal: false);
}

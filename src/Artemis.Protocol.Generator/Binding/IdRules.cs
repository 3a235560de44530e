using System.Globalization;
using System.Numerics;
using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Syntax;

namespace Artemis.Protocol.Generator.Binding;

/// <summary>Binds ids and checks that each is given once.</summary>
internal sealed class IdRules(BindingContext context, ConstantEvaluator evaluator)
{
    private readonly IdSpace objects = new("object id", 1, byte.MaxValue);
    private readonly IdSpace events = new("event id", 0, ushort.MaxValue);
    private readonly IdSpace commands = new("command id", 0, uint.MaxValue);
    private readonly IdSpace fromServer = new("packet type", 0, uint.MaxValue);
    private readonly IdSpace fromClient = new("packet type", 0, uint.MaxValue);

    public byte Object(ObjectSyntax syntax) => (byte)Bind(syntax.Id, syntax.Name, objects);

    public ushort Event(EventSyntax syntax) => (ushort)Bind(syntax.Id, syntax.Name, events);

    public uint Command(CommandSyntax syntax) => (uint)Bind(syntax.Id, syntax.Name, commands);

    /// <summary>The type of a packet or message, which must be alone in each direction that it goes.</summary>
    /// <param name="hashedName">The name whose JamCRC the type is, or null if it is a number.</param>
    public uint Frame(DeclarationSyntax syntax, ExpressionSyntax id, Origins from, string? hashedName)
    {
        if (hashedName is null)
            return (uint)Bind(id, syntax.Name, Spaces(from));
        var hash = JamCrc.Of(hashedName);
        Claim(id, syntax.Name, hash, "hash another name", Spaces(from));
        return hash;
    }

    private IdSpace[] Spaces(Origins from) => from switch
    {
        Origins.Server => [fromServer],
        Origins.Client => [fromClient],
        _ => [fromServer, fromClient],
    };

    private BigInteger Bind(ExpressionSyntax expression, SyntaxToken owner, params IdSpace[] spaces)
    {
        if (evaluator.Whole(expression) is not { } id)
            return 0;
        var space = spaces[0];
        if (id < space.Least || id > space.Largest)
        {
            context.Report(expression, Rules.IdOutOfRange, space.Name, id, space.Least, space.Largest);
            return 0;
        }

        Claim(expression, owner, id, null, spaces);
        return id;
    }

    private void Claim(ExpressionSyntax place, SyntaxToken owner, BigInteger id, string? advice, params IdSpace[] spaces)
    {
        foreach (var space in spaces)
        {
            if (space.Owners.TryGetValue(id, out var first))
            {
                advice ??= $"{Display(FirstFree(id, spaces), space)} is free";
                context.Report(place, Rules.DuplicateId, space.Name, Display(id, space), first.Text, owner.Text, advice);
                return;
            }
        }

        foreach (var space in spaces)
            space.Owners.Add(id, owner);
    }

    private static BigInteger FirstFree(BigInteger id, IdSpace[] spaces)
    {
        while (spaces.Any(space => space.Owners.ContainsKey(id)))
            id = id >= spaces[0].Largest ? spaces[0].Least : id + 1;
        return id;
    }

    private static string Display(BigInteger id, IdSpace space) => space.Largest < uint.MaxValue
        ? id.ToString(CultureInfo.InvariantCulture)
        : "0x" + ((uint)id).ToString("x4", CultureInfo.InvariantCulture);

    private sealed class IdSpace(string name, uint least, uint largest)
    {
        public string Name => name;

        public uint Least => least;

        public uint Largest => largest;

        public Dictionary<BigInteger, SyntaxToken> Owners { get; } = [];
    }
}

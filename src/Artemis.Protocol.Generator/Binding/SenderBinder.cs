using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Syntax;

namespace Artemis.Protocol.Generator.Binding;

/// <summary>Binds who may send a command: members of one enum.</summary>
internal sealed class SenderBinder(BindingContext context)
{
    public (string? SenderEnum, EquatableArray<string> Members) Bind(CommandSyntax command)
    {
        EnumSyntax? senderEnum = null;
        var members = new List<string>();
        foreach (var sender in command.Senders)
        {
            if (context.Find<EnumSyntax>(sender.Type, "enum") is not { } found)
                continue;
            senderEnum ??= found;
            if (found != senderEnum)
                context.Report(sender, Rules.SendersOfTwoEnums, sender, senderEnum.Name.Text);
            else if (!found.Members.Any(member => member.Name.Text == sender.Member.Text))
                context.ReportUnknown(sender.Member, $"member of '{found.Name.Text}'", found.Members.Select(member => member.Name.Text));
            else if (members.Contains(sender.Member.Text))
                context.Report(sender, Rules.RepeatedName, sender);
            else
                members.Add(sender.Member.Text);
        }

        return (senderEnum?.Name.Text, members.ToEquatableArray());
    }
}

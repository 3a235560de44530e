using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Artemis.ReferenceServer.Observability;

/// <summary>
/// Log lines for people: the time, how grave it is, who speaks, what is said, and whom it concerns where that is not said already. Gateway and games
/// write to one console, so each line must tell by itself what it is about.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class PlainFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    /// <summary>The formatter's name.</summary>
    public const string FormatterName = "plain";

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        ArgumentNullException.ThrowIfNull(textWriter);
        var text = logEntry.Formatter(logEntry.State, logEntry.Exception);
        textWriter.Write($"{time.GetUtcNow():HH:mm:ss.fff} {NameOf(logEntry.LogLevel)} {logEntry.Category[(logEntry.Category.LastIndexOf('.') + 1)..]}: {text}");
        scopeProvider?.ForEachScope(WriteIds, (textWriter, text));
        textWriter.WriteLine();
        if (logEntry.Exception is { } exception)
            textWriter.WriteLine(exception);
    }

    private static void WriteIds(object? scope, (TextWriter Writer, string Text) line)
    {
        if (scope is not LogScope whom)
            return;
        foreach (var (name, id) in whom)
        {
            var value = id?.ToString() ?? "";
            if (!line.Text.Contains(value, StringComparison.Ordinal))
                line.Writer.Write($" {name}={value}");
        }
    }

    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Critical => "crit",
        LogLevel.Error => "fail",
        LogLevel.Warning => "warn",
        LogLevel.Information => "info",
        LogLevel.Debug => "dbug",
        _ => "trce",
    };
}

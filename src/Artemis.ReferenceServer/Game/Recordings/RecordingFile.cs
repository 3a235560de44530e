using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Artemis.ReferenceServer.Configuration;
using Artemis.Simulation;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Game.Recordings;

/// <summary>
/// A recording on its way to a file. The game's thread only hands blocks over; a slow or full disk ends the recording, never the game.
/// </summary>
internal sealed partial class RecordingFile : IDisposable
{
    /// <summary>How the names of recordings end.</summary>
    public const string Extension = ".artr";

    private const long MaxWaitingBytes = 4 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Channel<ArrayBufferWriter<byte>> _blocks = Channel.CreateUnbounded<ArrayBufferWriter<byte>>();
    private readonly ConcurrentBag<ArrayBufferWriter<byte>> _spare = [];
    private readonly FileStream _stream;
    private readonly long _maxBytes;
    private readonly ILogger _log;
    private readonly Task _writing;
    private long _handedOver;
    private long _waiting;
    private volatile bool _failed;

    private RecordingFile(FileStream stream, long maxBytes, ILogger log)
    {
        _stream = stream;
        _maxBytes = maxBytes;
        _log = log;
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Makes a file, if the settings ask for recordings.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="scenario">The scenario's id, for the name.</param>
    /// <param name="sessionId">The session, for the name.</param>
    /// <param name="now">The time of day, for the name.</param>
    /// <param name="log">Is told if there can be none.</param>
    /// <returns>Null if nothing is to be, or can be, recorded.</returns>
    public static RecordingFile? Create(GameOptions options, string scenario, Guid sessionId, DateTimeOffset now, ILogger log)
    {
        if (options.RecordTo.Length == 0)
            return null;
        try
        {
            Directory.CreateDirectory(options.RecordTo);
            Prune(options);
            var time = now.UtcDateTime.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture);
            var name = $"{time}-{scenario}-{sessionId.ToString("N")[..8]}";
            var path = Path.Combine(options.RecordTo, name + Extension);
            return new RecordingFile(
                new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 0),
                options.RecordBytes,
                log);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogCannotCreate(log, exception);
            return null;
        }
    }

    /// <summary>Hands over what a recorder wrote since the last time. Does not wait.</summary>
    public void Write(GameRecorder recorder)
    {
        if (_failed)
            return;
        HandOver(recorder);
        if (_handedOver < _maxBytes)
            return;
        recorder.End(RecordingEnd.Full);
        HandOver(recorder);
    }

    /// <summary>Closes the file once everything is written, or gives up after two seconds.</summary>
    public void Dispose()
    {
        _blocks.Writer.TryComplete();
        if (!_writing.Wait(Patience))
            LogSlow(_log, _stream.Name);
    }

    private void HandOver(GameRecorder recorder)
    {
        var block = _spare.TryTake(out var spare) ? spare : new ArrayBufferWriter<byte>(16 * 1024);
        recorder.WriteTo(block);
        if (block.WrittenCount == 0)
        {
            _spare.Add(block);
            return;
        }

        _handedOver += block.WrittenCount;
        if (Interlocked.Add(ref _waiting, block.WrittenCount) > MaxWaitingBytes)
        {
            // What is written so far stays readable.
            _failed = true;
            _blocks.Writer.TryComplete();
            LogSlow(_log, _stream.Name);
            return;
        }

        _blocks.Writer.TryWrite(block);
    }

    private async Task WriteAsync()
    {
        try
        {
            await using (_stream)
            {
                await foreach (var block in _blocks.Reader.ReadAllAsync())
                {
                    await _stream.WriteAsync(block.WrittenMemory);
                    Interlocked.Add(ref _waiting, -block.WrittenCount);
                    block.ResetWrittenCount();
                    _spare.Add(block);
                }
            }
        }
        catch (IOException exception)
        {
            _failed = true;
            LogCannotWrite(_log, exception, _stream.Name);
        }
    }

    // Names begin with the time, so that their order is that of the games.
    private static void Prune(GameOptions options)
    {
        var files = Directory.GetFiles(options.RecordTo, "*" + Extension);
        Array.Sort(files, StringComparer.Ordinal);
        foreach (var file in files.Take(files.Length - Math.Max(options.RecordKeep, 1) + 1))
            File.Delete(file);
    }

    [LoggerMessage(LogLevel.Warning, "The game is not recorded: no file can be made.")]
    private static partial void LogCannotCreate(ILogger log, Exception exception);

    [LoggerMessage(LogLevel.Warning, "The recording {File} ends here: it cannot be written.")]
    private static partial void LogCannotWrite(ILogger log, Exception exception, string file);

    [LoggerMessage(LogLevel.Warning, "The recording {File} ends here: the disk is too slow.")]
    private static partial void LogSlow(ILogger log, string file);
}

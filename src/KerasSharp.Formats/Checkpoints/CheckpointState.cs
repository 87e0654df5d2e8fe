using KerasSharp.Formats.Protobuf.TextFormat;
using Message = KerasSharp.Formats.Protobuf.CheckpointState;

namespace KerasSharp.Formats.Checkpoints;

/// <summary>The file <c>checkpoint</c> of a folder, which tells its latest checkpoint and those that are kept.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Latest">The latest checkpoint as the file has it, relative to the folder or absolute; null where there is none.</param>
/// <param name="All">All that are kept, the oldest first.</param>
public sealed record CheckpointState(string Folder, string? Latest, IReadOnlyList<string> All)
{
    /// <summary>The file's name.</summary>
    public const string FileName = "checkpoint";

    /// <summary>The path of the latest checkpoint; null where there is none.</summary>
    public string? LatestPrefix => Latest is null ? null : Path.Combine(Folder, Latest);

    /// <summary>Reads the file of a folder; null where there is none.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="FileFormatException">The file is no such file.</exception>
    public static CheckpointState? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return null;
        var message = TextFormatReader.Read<Message>(File.ReadAllText(path), path);
        var latest = message.ModelCheckpointPath;
        return latest.Contains('\0')
            ? throw new FileFormatException(path, "", "a path has a character of number 0.")
            : new CheckpointState(folder, latest.Length == 0 ? null : latest, [.. message.AllModelCheckpointPaths]);
    }

    /// <summary>Writes the file, as <c>tf.train.CheckpointManager</c> does.</summary>
    public void Write()
    {
        var message = new Message { ModelCheckpointPath = Latest ?? "", AllModelCheckpointPaths = { All } };
        AtomicFile.Write(Path.Combine(Folder, FileName), stream => TextFormatWriter.Write(message, stream));
    }
}

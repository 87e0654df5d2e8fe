using Google.Protobuf;
using KerasSharp.Formats.Protobuf.TextFormat;

namespace KerasSharp.Formats.Protobuf;

/// <summary>Files of messages in protobuf's binary form, whose errors name the file and the byte; where a file may be of either form, its ending tells which.</summary>
internal static class ProtobufFile
{
    private static readonly string[] TextExtensions = [".pbtxt", ".prototxt", ".txt"];

    /// <summary>The message that a file holds in the form that its ending tells.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What it should be, for the error, such as <c>a GraphDef</c>.</param>
    /// <exception cref="FileFormatException">The file is no such message.</exception>
    public static T ReadEither<T>(string path, string what)
        where T : IMessage, new() => IsText(path) ? TextFormatReader.Read<T>(File.ReadAllText(path), path) : Read<T>(path, what);

    /// <summary>Writes a message in the form that the file's ending tells; the file is whole or not there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="message">The message.</param>
    public static void Write(string path, IMessage message) =>
        AtomicFile.Write(
            path,
            stream =>
            {
                if (IsText(path))
                    TextFormatWriter.Write(message, stream);
                else
                    message.WriteTo(stream);
            }
        );

    /// <summary>The message that a file holds.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What it should be, for the error, such as <c>a GraphDef</c>.</param>
    /// <exception cref="FileFormatException">The file is no such message.</exception>
    public static T Read<T>(string path, string what)
        where T : IMessage, new()
    {
        using var stream = File.OpenRead(path);
        return Parse<T>(new CodedInputStream(stream, leaveOpen: true), path, what);
    }

    /// <summary>The message that bytes are.</summary>
    /// <param name="bytes">The whole message.</param>
    /// <param name="file">Where they came from, for the error.</param>
    /// <param name="what">What they should be, for the error.</param>
    /// <exception cref="FileFormatException">They are no such message.</exception>
    public static T Parse<T>(byte[] bytes, string file, string what)
        where T : IMessage, new() => Parse<T>(new CodedInputStream(bytes), file, what);

    // The reader of Google's library checks declared sizes against what is there before it makes room, and stops at a depth of 100 messages.
    private static T Parse<T>(CodedInputStream input, string file, string what)
        where T : IMessage, new()
    {
        var message = new T();
        try
        {
            message.MergeFrom(input);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw Error(e.Message, e);
        }
        // A stray end of a group ends a message without an error.
        return input.IsAtEnd ? message : throw Error("the data go on after its end.", null);

        FileFormatException Error(string problem, Exception? inner) =>
            new(
                file,
                $"byte {input.Position}",
                $"{what} was expected, and these are not the bytes of one: {problem} The file is damaged, cut off, or of another kind.",
                inner
            );
    }

    private static bool IsText(string path) =>
        TextExtensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}

using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace KerasSharp.Formats.Protobuf.TextFormat;

/// <summary>Reads messages in protobuf's text format, which Google's library for .NET lacks.</summary>
internal sealed class TextFormatReader
{
    // As deep as protobuf's binary readers go; a deeper text would end in an overflow of the stack.
    private const int MaxDepth = 100;

    private readonly TextTokens tokens;
    private int depth;

    private TextFormatReader(string text) => tokens = new TextTokens(text);

    /// <summary>The message that a text stands for.</summary>
    /// <exception cref="FormatException">It is none; the message has the line and what was expected.</exception>
    public static T Read<T>(string text)
        where T : IMessage, new()
    {
        var message = new T();
        new TextFormatReader(text).Fields(message, "");
        return message;
    }

    /// <summary>Reads fields up to the sign that closes the message; an empty one stands for the end of the text.</summary>
    private void Fields(IMessage message, string closing)
    {
        if (++depth > MaxDepth)
            throw tokens.Error($"messages are nested more than {MaxDepth} deep.");
        while (!tokens.Peek().SequenceEqual(closing))
        {
            var name = tokens.Take();
            if (name.Length == 0)
                throw tokens.Error($"the text ends within a {message.Descriptor.Name}; '{closing}' was expected.");
            var field =
                message.Descriptor.FindFieldByName(name)
                ?? throw tokens.Error(
                    $"'{name}' is no field of {message.Descriptor.Name}, which has {string.Join(", ", message.Descriptor.Fields.InFieldNumberOrder().Select(known => known.Name))}."
                );
            Field(message, field);
            while (tokens.TryTake(',') || tokens.TryTake(';')) { }
        }
        tokens.Take();
        depth--;
    }

    private void Field(IMessage message, FieldDescriptor field)
    {
        bool colon = tokens.TryTake(':');
        if (!colon && field.FieldType != FieldType.Message)
            throw tokens.Error($"':' was expected after '{field.Name}'; '{tokens.Peek()}' came.");
        if (!field.IsRepeated || !tokens.TryTake('['))
            Set(message, field, Value(field));
        else
            while (!tokens.TryTake(']'))
            {
                Set(message, field, Value(field));
                if (!tokens.TryTake(',') && !tokens.Peek().SequenceEqual("]"))
                    throw tokens.Error($"',' or ']' was expected in the list '{field.Name}'; '{tokens.Peek()}' came.");
            }
    }

    private object Value(FieldDescriptor field)
    {
        if (field.FieldType != FieldType.Message)
            return TextScalar.Read(tokens, field);
        var closing =
            tokens.TryTake('{') ? "}"
            : tokens.TryTake('<') ? ">"
            : throw tokens.Error($"'{{' was expected after '{field.Name}'; '{tokens.Peek()}' came.");
        if (field.IsMap)
            return Entry(field, closing);
        var value = field.MessageType.Parser.ParseFrom(ByteString.Empty);
        Fields(value, closing);
        return value;
    }

    /// <summary>The key and the value of a map's entry.</summary>
    private DictionaryEntry Entry(FieldDescriptor map, string closing)
    {
        var (key, value) = (map.MessageType.FindFieldByNumber(1), map.MessageType.FindFieldByNumber(2));
        var found = new Dictionary<string, object>(StringComparer.Ordinal);
        while (!tokens.TryTake(closing[0]))
        {
            var name = tokens.Take();
            if (name != key.Name && name != value.Name)
                throw tokens.Error($"an entry of '{map.Name}' has 'key' and 'value'; '{name}' came.");
            tokens.TryTake(':');
            found[name] = Value(name == key.Name ? key : value);
        }
        return new DictionaryEntry(
            found.GetValueOrDefault(key.Name) ?? Default(key),
            found.GetValueOrDefault(value.Name) ?? Default(value)
        );
    }

    /// <summary>What a part of a map's entry is where it is left out.</summary>
    private object Default(FieldDescriptor field) =>
        field.FieldType switch
        {
            FieldType.String => "",
            FieldType.UInt32 => 0u,
            FieldType.Message => field.MessageType.Parser.ParseFrom(ByteString.Empty),
            _ => throw tokens.Error($"an entry has no '{field.Name}'."),
        };

    private static void Set(IMessage message, FieldDescriptor field, object value)
    {
        if (value is DictionaryEntry entry)
            ((IDictionary)field.Accessor.GetValue(message))[entry.Key] = entry.Value;
        else if (field.IsRepeated)
            ((IList)field.Accessor.GetValue(message)).Add(value);
        else
            field.Accessor.SetValue(message, value);
    }
}

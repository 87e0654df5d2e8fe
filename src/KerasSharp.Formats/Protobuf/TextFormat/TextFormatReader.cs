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

    private TextFormatReader(string text, string file) => tokens = new TextTokens(text, file);

    /// <summary>The message that a text stands for.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="file">Where it came from, for errors.</param>
    /// <exception cref="FileFormatException">It is none; the message has the line and what was expected.</exception>
    public static T Read<T>(string text, string file)
        where T : IMessage, new()
    {
        var message = new T();
        new TextFormatReader(text, file).Fields(message, "");
        return message;
    }

    /// <summary>Reads fields up to the sign that closes the message; an empty one stands for the end of the text.</summary>
    private void Fields(IMessage message, string closing)
    {
        if (++depth > MaxDepth)
            throw tokens.Error($"messages are nested more than {MaxDepth} deep.");
        var seen = new HashSet<object>();
        while (!tokens.Peek().SequenceEqual(closing))
        {
            var field = FieldOf(message.Descriptor, closing);
            // Of a choice only one field may come.
            if (!field.IsRepeated && !seen.Add(field.RealContainingOneof ?? (object)field))
                throw tokens.Error($"'{field.Name}' comes when it, or another field of the same choice, was there already.");
            Field(message, field);
            SkipSeparator();
        }
        tokens.Take();
        depth--;
    }

    private FieldDescriptor FieldOf(MessageDescriptor message, string closing)
    {
        var shown = tokens.Show();
        var name = tokens.Take();
        if (name.Length == 0)
            throw tokens.Error($"the text ends within a {message.Name}; '{closing}' was expected.");
        return message.FindFieldByName(name)
            ?? throw tokens.Error(
                $"{shown} is no field of {message.Name}, which has {string.Join(", ", message.Fields.InFieldNumberOrder().Select(known => known.Name))}."
            );
    }

    private void SkipSeparator()
    {
        if (!tokens.TryTake(','))
            tokens.TryTake(';');
    }

    private void Field(IMessage message, FieldDescriptor field)
    {
        bool colon = tokens.TryTake(':');
        if (!colon && field.FieldType != FieldType.Message)
            throw tokens.Error($"':' was expected after '{field.Name}'; {tokens.Show()} came.");
        if (!field.IsRepeated || !tokens.TryTake('['))
            Set(message, field, Value(field));
        else if (!tokens.TryTake(']'))
            List(message, field);
    }

    private void List(IMessage message, FieldDescriptor field)
    {
        do Set(message, field, Value(field));
        while (tokens.TryTake(','));
        if (!tokens.TryTake(']'))
            throw tokens.Error($"',' or ']' was expected in the list '{field.Name}'; {tokens.Show()} came.");
    }

    private object Value(FieldDescriptor field)
    {
        if (field.FieldType != FieldType.Message)
            return TextScalar.Read(tokens, field);
        var closing =
            tokens.TryTake('{') ? "}"
            : tokens.TryTake('<') ? ">"
            : throw tokens.Error($"'{{' was expected after '{field.Name}'; {tokens.Show()} came.");
        if (field.IsMap)
            return Entry(field, closing);
        var value = field.MessageType.Parser.ParseFrom(ByteString.Empty);
        Fields(value, closing);
        return value;
    }

    /// <summary>The key and the value of a map's entry; one that is left out is zero or empty.</summary>
    private DictionaryEntry Entry(FieldDescriptor map, string closing)
    {
        var (key, value) = (map.MessageType.FindFieldByNumber(1), map.MessageType.FindFieldByNumber(2));
        var (foundKey, foundValue) = ((object?)null, (object?)null);
        while (!tokens.TryTake(closing[0]))
        {
            var shown = tokens.Show();
            var name = tokens.Take();
            bool isKey = name == key.Name;
            if ((!isKey && name != value.Name) || (isKey ? foundKey : foundValue) is not null)
                throw tokens.Error($"an entry of '{map.Name}' has one 'key' and one 'value'; {shown} came.");
            if (!tokens.TryTake(':') && (isKey || value.FieldType != FieldType.Message))
                throw tokens.Error($"':' was expected after '{name}'; {tokens.Show()} came.");
            if (isKey)
                foundKey = Value(key);
            else
                foundValue = Value(value);
            SkipSeparator();
        }
        return new DictionaryEntry(foundKey ?? TextScalar.Default(key), foundValue ?? TextScalar.Default(value));
    }

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

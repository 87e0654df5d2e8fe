using System.Collections;
using System.Globalization;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace KerasSharp.Formats.Protobuf.TextFormat;

/// <summary>Messages in protobuf's text format, which Google's library for .NET lacks: a field a line, two spaces a level, maps by their keys.</summary>
internal sealed class TextFormatWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    private TextFormatWriter() { }

    /// <summary>The text as UTF-8; it is ASCII, as everything else is escaped.</summary>
    public static byte[] ToUtf8(IMessage message)
    {
        var writer = new TextFormatWriter();
        writer.Fields(message);
        return Encoding.ASCII.GetBytes(writer.text.ToString());
    }

    private void Fields(IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            var value = field.Accessor.GetValue(message);
            if (field.IsMap)
                Map(field, (IDictionary)value);
            else if (field.IsRepeated)
                foreach (var element in (IList)value)
                    Field(field, element);
            else if (IsSet(field, message, value))
                Field(field, value);
        }
    }

    private void Map(FieldDescriptor field, IDictionary map)
    {
        var (keys, values) = (field.MessageType.FindFieldByNumber(1), field.MessageType.FindFieldByNumber(2));
        foreach (var key in map.Keys.Cast<object>().Order(Comparer<object>.Create(Compare)))
            Block(
                field.Name,
                () =>
                {
                    Field(keys, key);
                    Field(values, map[key]!);
                }
            );
    }

    private static int Compare(object left, object right) =>
        left is string text ? string.CompareOrdinal(text, (string)right) : Comparer.DefaultInvariant.Compare(left, right);

    private void Field(FieldDescriptor field, object value)
    {
        if (value is IMessage message)
            Block(field.Name, () => Fields(message));
        else
            Line($"{field.Name}: {Scalar(field, value)}");
    }

    private void Block(string name, Action content)
    {
        Line($"{name} {{");
        depth++;
        content();
        depth--;
        Line("}");
    }

    private void Line(string line) => text.Append(' ', 2 * depth).Append(line).Append('\n');

    /// <summary>Whether a single field is written: of a choice the one chosen, else what is not zero.</summary>
    private static bool IsSet(FieldDescriptor field, IMessage message, object? value) =>
        field.ContainingOneof is { } choice
            ? choice.Accessor.GetCaseFieldDescriptor(message) == field
            : value switch
            {
                null => false,
                IMessage => true,
                string characters => characters.Length > 0,
                ByteString bytes => bytes.Length > 0,
                _ => Convert.ToDouble(value, CultureInfo.InvariantCulture) != 0,
            };

    private static string Scalar(FieldDescriptor field, object value) =>
        value switch
        {
            string characters => TextEscapes.Quote(Encoding.UTF8.GetBytes(characters)),
            ByteString bytes => TextEscapes.Quote(bytes.Span),
            bool flag => flag ? "true" : "false",
            float number => Number(number, number.ToString("R", CultureInfo.InvariantCulture)),
            double number => Number(number, number.ToString("R", CultureInfo.InvariantCulture)),
            Enum => EnumName(field, Convert.ToInt32(value, CultureInfo.InvariantCulture)),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static string Number(double value, string digits) =>
        double.IsNaN(value) ? "nan"
        : double.IsPositiveInfinity(value) ? "inf"
        : double.IsNegativeInfinity(value) ? "-inf"
        : digits;

    private static string EnumName(FieldDescriptor field, int number) =>
        field.EnumType.FindValueByNumber(number)?.Name ?? number.ToString(CultureInfo.InvariantCulture);
}

using System.Collections;
using System.Globalization;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace KerasSharp.Formats.Protobuf.TextFormat;

/// <summary>Messages in protobuf's text format, which Google's library for .NET lacks: a field a line, two spaces a level, maps by their keys.</summary>
internal sealed class TextFormatWriter
{
    private readonly TextWriter output;
    private int depth;

    private TextFormatWriter(TextWriter output) => this.output = output;

    /// <summary>Writes a message; the text is ASCII, as everything else is escaped.</summary>
    public static void Write(IMessage message, Stream stream)
    {
        using var output = new StreamWriter(stream, Encoding.ASCII, leaveOpen: true);
        new TextFormatWriter(output).Fields(message);
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
        {
            Open(field.Name);
            if (!IsZero(key))
                Field(keys, key);
            if (!IsZero(map[key]))
                Field(values, map[key]!);
            Close();
        }
    }

    private static int Compare(object left, object right) =>
        left is string text ? string.CompareOrdinal(text, (string)right) : Comparer.DefaultInvariant.Compare(left, right);

    private void Field(FieldDescriptor field, object value)
    {
        if (value is IMessage message)
        {
            Open(field.Name);
            Fields(message);
            Close();
            return;
        }
        Indent();
        output.Write(field.Name);
        output.Write(": ");
        Scalar(field, value);
        output.Write('\n');
    }

    private void Open(string name)
    {
        Indent();
        output.Write(name);
        output.Write(" {\n");
        depth++;
    }

    private void Close()
    {
        depth--;
        Indent();
        output.Write("}\n");
    }

    private void Indent()
    {
        for (int i = 0; i < depth; i++)
            output.Write("  ");
    }

    /// <summary>Whether a single field is written: of a choice the one chosen, else what is there or not zero.</summary>
    private static bool IsSet(FieldDescriptor field, IMessage message, object? value) =>
        field.RealContainingOneof is { } choice ? choice.Accessor.GetCaseFieldDescriptor(message) == field
        : field.HasPresence ? field.Accessor.HasValue(message)
        : !IsZero(value);

    /// <summary>Whether a value is what a field has that was never set; minus zero is not, as its bits are not zero.</summary>
    private static bool IsZero(object? value) =>
        value switch
        {
            IMessage => false,
            string characters => characters.Length == 0,
            ByteString bytes => bytes.Length == 0,
            float number => BitConverter.SingleToInt32Bits(number) == 0,
            double number => BitConverter.DoubleToInt64Bits(number) == 0,
            _ => Convert.ToDouble(value, CultureInfo.InvariantCulture) == 0,
        };

    private void Scalar(FieldDescriptor field, object value)
    {
        if (value is string or ByteString)
            TextEscapes.Quote(value is ByteString bytes ? bytes.Span : Encoding.UTF8.GetBytes((string)value), output);
        else
            output.Write(
                value switch
                {
                    bool flag => flag ? "true" : "false",
                    float number => TextNumber.Text(number, number.ToString("R", CultureInfo.InvariantCulture)),
                    double number => TextNumber.Text(number, number.ToString("R", CultureInfo.InvariantCulture)),
                    Enum => EnumName(field, Convert.ToInt32(value, CultureInfo.InvariantCulture)),
                    _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
                }
            );
    }

    private static string EnumName(FieldDescriptor field, int number) =>
        field.EnumType.FindValueByNumber(number)?.Name ?? number.ToString(CultureInfo.InvariantCulture);
}

using System.Text;

namespace KerasSharp.Formats.Events;

/// <summary>Texts in Markdown and tables of them, TensorBoard's <c>text</c>.</summary>
public static class TextSummaries
{
    /// <summary>Writes a text, as <c>tf.summary.text</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="tag">The text's name; a slash groups.</param>
    /// <param name="text">Markdown.</param>
    /// <param name="step">The step.</param>
    /// <param name="description">A description in Markdown.</param>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void Text(this EventFileWriter writer, string tag, string text, long step, string? description = null) =>
        Write(writer, tag, Shape.Scalar, [text], step, description);

    /// <summary>Writes texts, shown one below the other.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="tag">The texts' name; a slash groups.</param>
    /// <param name="rows">Markdown, a row each.</param>
    /// <param name="step">The step.</param>
    /// <param name="description">A description in Markdown.</param>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void Text(this EventFileWriter writer, string tag, string[] rows, long step, string? description = null) =>
        Write(writer, tag, Shape.Of(rows.Length), rows, step, description);

    /// <summary>Writes a table of texts.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="tag">The table's name; a slash groups.</param>
    /// <param name="table">Markdown, by row and column.</param>
    /// <param name="step">The step.</param>
    /// <param name="description">A description in Markdown.</param>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void Text(this EventFileWriter writer, string tag, string[,] table, long step, string? description = null) =>
        Write(writer, tag, Shape.Of(table.GetLength(0), table.GetLength(1)), table.Cast<string>(), step, description);

    private static void Write(EventFileWriter writer, string tag, Shape shape, IEnumerable<string> texts, long step, string? description)
    {
        byte[][] values = [.. texts.Select(Encoding.UTF8.GetBytes)];
        writer.Write(tag, TensorValue.FromStrings(shape, values), step, SummaryMessages.Of("text", description));
    }
}

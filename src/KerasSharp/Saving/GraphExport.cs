using KerasSharp.Engines.TensorFlow.Interchange;

namespace KerasSharp.Saving;

/// <summary>Writes functions as frozen graphs of TensorFlow.</summary>
internal static class GraphExport
{
    /// <summary>Writes a function.</summary>
    /// <param name="what">The function, for an error.</param>
    /// <param name="inputs">Its placeholders and their names.</param>
    /// <param name="outputs">What it computes, and the names.</param>
    /// <param name="updates">What it changes, which a frozen graph cannot.</param>
    /// <param name="path">The file.</param>
    public static void Write(
        string what,
        IReadOnlyList<(string, Tensor)> inputs,
        IReadOnlyList<(string, Tensor)> outputs,
        IEnumerable<(Variable Variable, Tensor Value)> updates,
        string path
    )
    {
        if (updates.Select(update => update.Variable.Path).FirstOrDefault() is { } changed)
            throw new NotSupportedException(
                $"{what} changes the variable '{changed}' at each run, which a frozen graph cannot: its variables are constants."
            );
        FrozenGraphExporter.Export(path, inputs, outputs);
    }
}

using NumSharp;

namespace KerasSharp.Engines;

/// <summary>What runs graphs. One process uses one engine; see <see cref="Engine"/> for which.</summary>
public interface IEngine
{
    /// <summary>The engine's name: <c>torch</c> or <c>tensorflow</c>.</summary>
    string Name { get; }

    /// <summary>The devices that graphs can run on, such as <c>CPU:0</c>.</summary>
    IReadOnlyList<string> Devices { get; }

    /// <summary>Which library runs, its version, and on which device: one line.</summary>
    string Describe();

    /// <summary>Prepares a function of a graph.</summary>
    /// <param name="inputs">Placeholders, in the order in which values will come.</param>
    /// <param name="outputs">What to compute.</param>
    /// <param name="updates">
    /// Variables and their new values. All reads in the graph see the values from before the run; the updates happen together at its end.
    /// </param>
    IExecutable Compile(
        IReadOnlyList<Tensor> inputs,
        IReadOnlyList<Tensor> outputs,
        IReadOnlyList<(Variable Variable, Tensor Value)> updates
    );

    /// <summary>A host copy of a variable's value.</summary>
    NDArray GetValue(Variable variable);

    /// <summary>Sets a variable's value from the host, converted to the variable's type.</summary>
    /// <exception cref="ArgumentException">The array has another shape.</exception>
    void SetValue(Variable variable, NDArray value);
}

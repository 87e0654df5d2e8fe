using KerasSharp.Engines.TensorFlow.Loading;
using KerasSharp.Engines.TensorFlow.Runtime;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow;

/// <summary>Runs graphs with TensorFlow's own library, on the CPU or a GPU.</summary>
public sealed class TensorFlowEngine : IEngine
{
    private readonly EagerContext context;

    /// <summary>Loads TensorFlow.</summary>
    /// <param name="options">Threads, memory and placement; the defaults where null.</param>
    /// <exception cref="TensorFlowLibraryException">The library is not found or will not do; the message lists every place tried.</exception>
    public TensorFlowEngine(TensorFlowOptions? options = null)
    {
        _ = TensorFlowLibrary.Current;
        context = new EagerContext(options ?? new TensorFlowOptions());
    }

    /// <summary>TensorFlow's context, in which everything runs.</summary>
    internal EagerContext Context => context;

    /// <summary>Whether a library is where it is looked for.</summary>
    public static bool IsInstalled => TensorFlowLibrary.Exists;

    /// <inheritdoc/>
    public string Name => "tensorflow";

    /// <inheritdoc/>
    public IReadOnlyList<string> Devices => context.Devices;

    /// <inheritdoc/>
    public string Describe() =>
        $"engine tensorflow, TensorFlow {TensorFlowLibrary.Current.Version} ({TensorFlowLibrary.Current.Path}), {string.Join(", ", Devices)}";

    /// <inheritdoc/>
    public IExecutable Compile(
        IReadOnlyList<Tensor> inputs,
        IReadOnlyList<Tensor> outputs,
        IReadOnlyList<(Variable Variable, Tensor Value)> updates
    ) => new TensorFlowExecutable(context, inputs, outputs, updates);

    /// <inheritdoc/>
    public NDArray GetValue(Variable variable)
    {
        VariableStorage.Initialize(context, [variable]);
        return VariableStorage.Of(context, variable).Read(variable);
    }

    /// <inheritdoc/>
    public void SetValue(Variable variable, NDArray value) =>
        VariableStorage.Of(context, variable).Write(variable, InputCheck.Prepare(variable, value));
}

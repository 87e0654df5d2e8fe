using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Plans;
using NumSharp;

namespace KerasSharp.Engines.Torch;

/// <summary>Runs graphs with libtorch's libraries and kernels in C#, on the CPU.</summary>
public sealed class TorchEngine : IEngine
{
    /// <summary>Loads libtorch.</summary>
    /// <exception cref="TorchLibraryException">It is not found or does not load; the message lists every place tried.</exception>
    public TorchEngine() => TorchLibrary.Load();

    /// <inheritdoc/>
    public string Name => "torch";

    /// <inheritdoc/>
    public IReadOnlyList<string> Devices => ["CPU:0"];

    /// <inheritdoc/>
    public string Describe() => $"engine torch, libtorch {TorchLibrary.Version} ({TorchLibrary.Path}), CPU:0 with {Threads.Count} threads";

    /// <inheritdoc/>
    public IExecutable Compile(
        IReadOnlyList<Tensor> inputs,
        IReadOnlyList<Tensor> outputs,
        IReadOnlyList<(Variable Variable, Tensor Value)> updates
    ) => new TorchExecutable(inputs, outputs, updates);

    /// <inheritdoc/>
    public NDArray GetValue(Variable variable)
    {
        VariableStorage.Initialize([variable]);
        return VariableStorage.Of(variable).Read(variable);
    }

    /// <inheritdoc/>
    public void SetValue(Variable variable, NDArray value)
    {
        var elements = InputCheck.Prepare(variable, value);
        VariableStorage.Of(variable).Write(HostMemory.Address(elements), variable.Shape.Size * variable.DType.Size());
        GC.KeepAlive(elements);
    }
}

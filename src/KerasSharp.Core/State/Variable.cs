using KerasSharp.Engines;
using KerasSharp.Ops;
using NumSharp;

namespace KerasSharp;

/// <summary>
/// State that outlives a run: a weight, an optimizer's slot, a metric's total, a seed's counter. Its value lives on the engine's device
/// and crosses to the host only by <see cref="GetValue"/> and <see cref="SetValue"/>.
/// </summary>
public sealed class Variable
{
    private readonly Lazy<Tensor> handle;
    private readonly Lazy<Tensor> read;

    /// <summary>A variable whose first value a graph computes when the variable is first used.</summary>
    /// <param name="name">The name, such as <c>kernel</c>.</param>
    /// <param name="initialValue">A tensor that depends on no placeholder; its shape must be known.</param>
    /// <param name="trainable">Whether optimizers may change it.</param>
    public Variable(string name, Tensor initialValue, bool trainable = true)
    {
        if (!initialValue.Shape.IsDefined)
            throw new ArgumentException(
                $"Variable '{name}' needs an initial value of known shape; {initialValue} is {initialValue.Shape}."
            );
        (Name, InitialValue, Trainable, Path) = (name, initialValue, trainable, name);
        handle = new Lazy<Tensor>(() => Op.VarHandleOp(this));
        read = new Lazy<Tensor>(() => Op.ReadVariableOp(Handle, DType));
    }

    /// <summary>The name, such as <c>kernel</c>.</summary>
    public string Name { get; }

    /// <summary>The name with the owner's before it, such as <c>dense/kernel</c>.</summary>
    public string Path { get; set; }

    /// <summary>What computes the first value.</summary>
    public Tensor InitialValue { get; }

    /// <summary>The shape.</summary>
    public Shape Shape => InitialValue.Shape;

    /// <summary>The type of the elements.</summary>
    public DType DType => InitialValue.DType;

    /// <summary>Whether optimizers may change it.</summary>
    public bool Trainable { get; set; }

    /// <summary>The engine's storage, once there is one. For engines.</summary>
    public object? Storage { get; set; }

    /// <summary>The graph's handle of the variable (<c>VarHandleOp</c>).</summary>
    public Tensor Handle => handle.Value;

    /// <summary>The value at the start of a run, as a tensor (<c>ReadVariableOp</c>): always the same one, by which gradients can be taken.</summary>
    public Tensor Read() => read.Value;

    /// <summary>The tensor that <see cref="Read"/> gives.</summary>
    public static implicit operator Tensor(Variable variable) => variable.Read();

    /// <summary>A copy of the value on the host.</summary>
    public NDArray GetValue() => Engine.Current.GetValue(this);

    /// <summary>Sets the value.</summary>
    /// <exception cref="ArgumentException">The array has another shape, or a type that cannot be converted.</exception>
    public void SetValue(NDArray value) => Engine.Current.SetValue(this, value);

    /// <inheritdoc/>
    public override string ToString() => $"<Variable {Path} {DType.Name()} {Shape}>";
}

using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>A layer from a function of tensors: <c>new Lambda(x =&gt; Op.Square(x))</c>.</summary>
public sealed class Lambda : Layer
{
    private readonly Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> function;
    private readonly Func<IReadOnlyList<Tensor?>, Tensor?>? mask;

    /// <summary>A layer of one input and one output.</summary>
    /// <param name="function">The function, built of <c>Op</c>, <c>K</c>, operators, and other layers.</param>
    /// <param name="mask">The output's mask from the input's; none by default.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentNullException">There is no function.</exception>
    public Lambda(Func<Tensor, Tensor> function, Func<Tensor?, Tensor?>? mask = null, string? name = null)
        : this(function is null ? null! : inputs => [function(OnlyOne(inputs))], mask is null ? null : masks => mask(masks[0]), name) { }

    /// <summary>A layer of any number of inputs and outputs.</summary>
    /// <param name="function">The function.</param>
    /// <param name="mask">The first output's mask from those of the inputs; none by default.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentNullException">There is no function.</exception>
    public Lambda(
        Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> function,
        Func<IReadOnlyList<Tensor?>, Tensor?>? mask = null,
        string? name = null
    )
        : base(name)
    {
        (this.function, this.mask, SupportsMasking) = (this.NotNull(function), mask, mask is not null);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> inputs, CallContext context) => function(inputs);

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor?> ComputeMask(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor?> masks) => [mask!(masks)];

    /// <summary>Refused: a function cannot be written to a file.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Config GetConfig() =>
        throw new NotSupportedException(
            $"Lambda layer '{Name}' cannot be saved, because its function cannot be. Derive a class from Layer and register it with KerasObjects.Register<Layer>."
        );

    private static Tensor OnlyOne(IReadOnlyList<Tensor> inputs) =>
        inputs.Count == 1
            ? inputs[0]
            : throw new ArgumentException($"The Lambda's function takes 1 tensor; {inputs.Count} came. Use the constructor for lists.");
}

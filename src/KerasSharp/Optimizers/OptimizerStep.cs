using KerasSharp.Ops;

namespace KerasSharp.Optimizers;

/// <summary>One step of an optimizer while its graph is built: the learning rate, the count, and the new values of slots.</summary>
public sealed class OptimizerStep
{
    private readonly Optimizer optimizer;
    private readonly Tensor iterations;

    internal OptimizerStep(Optimizer optimizer, Tensor iterations) => (this.optimizer, this.iterations) = (optimizer, iterations);

    internal OrderedDictionary<Variable, Tensor> Values { get; } = [];

    /// <summary>The learning rate in a type.</summary>
    /// <param name="dtype">The type.</param>
    /// <returns>A scalar.</returns>
    public Tensor LearningRate(DType dtype) => Op.Cast(optimizer.LearningRateVariable.Read(), dtype);

    /// <summary>The number of this step, counted from 1.</summary>
    /// <param name="dtype">The type of the result.</param>
    /// <param name="ahead">How many steps further.</param>
    /// <returns>A scalar.</returns>
    public Tensor Count(DType dtype, int ahead = 0) => Op.Cast(iterations + (1.0 + ahead), dtype);

    /// <summary>A number to the power of the step's number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="dtype">The type of the result.</param>
    /// <param name="ahead">How many steps further.</param>
    /// <returns>A scalar.</returns>
    public Tensor Power(double number, DType dtype, int ahead = 0) => Op.Pow(Op.Constant(number, dtype), Count(dtype, ahead));

    /// <summary>The value of a variable's slot before the step.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="slot">The slot's name.</param>
    /// <returns>Its value.</returns>
    public Tensor Read(Variable variable, string slot) => optimizer.Slot(variable, slot).Read();

    /// <summary>Gives a slot its new value.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="slot">The slot's name.</param>
    /// <param name="value">The new value.</param>
    /// <returns>The new value.</returns>
    public Tensor Set(Variable variable, string slot, Tensor value) => Set(optimizer.Slot(variable, slot), value);

    internal Tensor Set(Variable variable, Tensor value) => Values[variable] = value;
}

using KerasSharp.Gradients;
using KerasSharp.Ops;
using NumSharp;

namespace KerasSharp;

public static partial class K
{
    /// <summary>Compiles a function from arrays to arrays.</summary>
    /// <param name="inputs">Its inputs: placeholders, such as <see cref="Keras.Input"/> gives.</param>
    /// <param name="outputs">What it computes from them.</param>
    /// <param name="updates">Variables that a run changes, with their new values; all reads see the values from before the run.</param>
    /// <returns>The function.</returns>
    public static KFunction Function(
        IReadOnlyList<Tensor> inputs,
        IReadOnlyList<Tensor> outputs,
        IReadOnlyList<(Variable Variable, Tensor Value)>? updates = null
    ) => new(inputs, outputs, updates ?? []);

    /// <summary>The gradients of a scalar, or of a tensor's sum.</summary>
    /// <param name="loss">What to take the gradients of.</param>
    /// <param name="variables">With respect to what.</param>
    /// <returns>A tensor of each one's shape; zeros where <paramref name="loss"/> does not depend on it.</returns>
    public static IReadOnlyList<Tensor> Gradients(Tensor loss, IReadOnlyList<Tensor> variables) =>
        [.. GradientBuilder.Gradients([loss], variables).Select((gradient, i) => gradient ?? Op.ZerosLike(variables[i]))];

    /// <summary>A variable's value.</summary>
    /// <param name="variable">The variable.</param>
    /// <returns>A copy of its value.</returns>
    public static NDArray GetValue(Variable variable) => variable.GetValue();

    /// <summary>Sets a variable's value.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="value">An NDArray, a C# array or a number of the variable's shape.</param>
    public static void SetValue(Variable variable, object value) =>
        variable.SetValue(HostArray.Convert(value, variable.DType, $"Variable '{variable.Path}'"));

    /// <summary>Begins the automatic names of layers anew (dense, dense_1, …). Models and variables stay as they are.</summary>
    public static void ClearSession() => Layers.LayerNaming.Reset();
}

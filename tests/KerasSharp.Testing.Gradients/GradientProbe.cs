using KerasSharp.Engines;
using KerasSharp.Gradients;
using KerasSharp.Ops;
using NumSharp;

namespace KerasSharp.Testing.Gradients;

/// <summary>A row at its inputs: evaluates tensors there and beside, and compares gradients with central differences.</summary>
internal sealed class GradientProbe
{
    private readonly IEngine engine;
    private readonly GradientRow row;
    private readonly Random random = new(20);
    private readonly Tensor[] inputs;
    private readonly double[][] values;
    private readonly List<Tensor> placeholders = [];

    /// <param name="engine">What runs it.</param>
    /// <param name="row">The row.</param>
    /// <param name="knowledge">When the shapes of the inputs become known.</param>
    public GradientProbe(IEngine engine, GradientRow row, ShapeKnowledge knowledge)
    {
        (this.engine, this.row) = (engine, row);
        inputs = [.. row.Arguments.Select(argument => Input(argument, knowledge))];
        values = [.. row.Arguments.Select(argument => argument.Values(random))];
        Outputs = [.. row.Build(inputs).Where(output => output.DType.IsFloating())];
    }

    /// <summary>The floating outputs of the op.</summary>
    public IReadOnlyList<Tensor> Outputs { get; }

    /// <summary>The tensors that the row is differentiated by.</summary>
    public IReadOnlyList<Tensor> Inputs => inputs;

    /// <summary>The placeholders that <see cref="Feed"/> gives values for.</summary>
    public IReadOnlyList<Tensor> Placeholders => placeholders;

    private bool IsDouble => row.DType == DType.Float64;

    /// <summary>The gradients of the targets' elements, each with a weight of its own, by the inputs; null for those that have none.</summary>
    public IReadOnlyList<Tensor?> Gradients(IReadOnlyList<Tensor> targets) => GradientBuilder.Gradients(targets, inputs, Weights(targets));

    /// <summary>Asserts that the gradients of the targets agree with differences of the targets.</summary>
    public void Check(IReadOnlyList<Tensor> targets)
    {
        var weights = Weights(targets);
        var gradients = GradientBuilder.Gradients(targets, inputs, weights);
        using var function = engine.Compile(placeholders, targets, []);
        using var derivative = engine.Compile(placeholders, [.. gradients.Where(gradient => gradient is not null)!], []);
        var given = new Queue<double[]>(Run(derivative).Select(Elements));
        var factors = weights.Select(weight => Elements(weight!)).ToArray();
        Assert.Multiple(() =>
        {
            for (int i = 0; i < inputs.Length; i++)
                Compare(i, gradients[i] is null ? new double[values[i].Length] : given.Dequeue(), Differences(function, factors, i));
        });
    }

    private void Compare(int input, double[] gradient, double[] differences)
    {
        Assert.That(gradient, Has.Length.EqualTo(differences.Length), $"the number of gradients of input {input}");
        double scale = Math.Max(1, differences.Max(Math.Abs));
        double tolerance = scale * (IsDouble ? 1e-6 : 1e-2);
        for (int i = 0; i < differences.Length; i++)
            Assert.That(gradient[i], Is.EqualTo(differences[i]).Within(tolerance), $"the gradient of element {i} of input {input}");
    }

    private double[] Differences(IExecutable function, double[][] factors, int input)
    {
        double step = IsDouble ? 1e-5 : 1e-2;
        var differences = new double[values[input].Length];
        for (int i = 0; i < differences.Length; i++)
        {
            double middle = values[input][i];
            values[input][i] = middle + step;
            double above = WeightedSum(function, factors);
            values[input][i] = middle - step;
            differences[i] = (above - WeightedSum(function, factors)) / (2 * step);
            values[input][i] = middle;
        }
        return differences;
    }

    /// <summary>Summed up in float64, also where the op is one of float32.</summary>
    private double WeightedSum(IExecutable function, double[][] factors) =>
        Run(function).Select((result, i) => Elements(result).Zip(factors[i], (element, factor) => element * factor).Sum()).Sum();

    /// <summary>A constant for each target, of its shape: what the gradients of its elements are weighted with.</summary>
    public Tensor?[] Weights(IReadOnlyList<Tensor> targets)
    {
        using var function = engine.Compile(placeholders, targets, []);
        return [.. Run(function).Select((result, i) => (Tensor?)Weight(Shape.Of(result.shape), targets[i].DType))];
    }

    private Tensor Weight(Shape shape, DType dtype)
    {
        var factors = Argument.In(shape.ToArray()).Values(random);
        return Op.Constant(Value(factors, shape, dtype));
    }

    /// <summary>A placeholder; where only a run is to know the shape, a flat one and one for the shape that it gets.</summary>
    private Tensor Input(Argument argument, ShapeKnowledge knowledge)
    {
        var shape =
            knowledge == ShapeKnowledge.Graph ? Shape.Of(argument.Dims)
            : knowledge == ShapeKnowledge.Plan ? Shape.OfRank(argument.Dims.Length)
            : Shape.Of(argument.Count);
        placeholders.Add(Op.Placeholder(row.DType, shape));
        if (knowledge != ShapeKnowledge.Run)
            return placeholders[^1];
        placeholders.Add(Op.Placeholder(DType.Int32, Shape.Of(argument.Dims.Length)));
        return Op.Reshape(placeholders[^2], placeholders[^1]);
    }

    private NDArray[] Run(IExecutable function) => function.Run(Feed());

    /// <summary>The values of the placeholders.</summary>
    public IReadOnlyList<NDArray> Feed()
    {
        bool isFlat = placeholders.Count > inputs.Length;
        var fed = new List<NDArray>();
        foreach (var (argument, value) in row.Arguments.Zip(values))
        {
            fed.Add(Value(value, isFlat ? Shape.Of(argument.Count) : Shape.Of(argument.Dims), row.DType).ToNDArray());
            if (isFlat)
                fed.Add(
                    TensorValue
                        .From<int>(Shape.Of(argument.Dims.Length), Array.ConvertAll(argument.Dims, length => (int)length))
                        .ToNDArray()
                );
        }
        return fed;
    }

    private static TensorValue Value(double[] elements, Shape shape, DType dtype) =>
        dtype == DType.Float64
            ? TensorValue.From<double>(shape, elements)
            : TensorValue.From<float>(shape, [.. elements.Select(element => (float)element)]);

    private static double[] Elements(Tensor constant) => Elements(constant.Operation.Attributes.Get<TensorValue>("value"));

    private static double[] Elements(NDArray array) => Elements(TensorValue.From(array));

    private static double[] Elements(TensorValue value) =>
        value.DType == DType.Float64 ? value.Elements<double>().ToArray() : [.. value.Elements<float>().ToArray().Select(x => (double)x)];
}

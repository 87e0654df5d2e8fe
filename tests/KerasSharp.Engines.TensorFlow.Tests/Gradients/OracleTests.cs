using KerasSharp.Engines.TensorFlow.Loading;
using KerasSharp.Gradients;
using KerasSharp.Testing.Gradients;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow.Tests.Gradients;

/// <summary>Our gradient rules against TensorFlow's own, on the same graph and the same kernels.</summary>
public sealed class OracleTests
{
    /// <summary>Rows at which TensorFlow's C++ rules differ from its Python rules or are wrong; differences confirm ours.</summary>
    private static readonly Dictionary<string, string> TheirMistakes = new()
    {
        ["Atan2, scalar left"] = "sums no repeated elements up",
        ["Atan2, each repeats the other"] = "sums no repeated elements up",
        ["Conv2D, dilations"] = "passes no dilations on",
        ["Conv2D, explicit paddings"] = "passes no paddings on",
        ["Conv2D, groups"] = "has no kernel for groups",
        ["GatherV2, the last axis, a scalar index"] = "takes the rank of the indices to be 1 or more",
        ["LRN"] = "passes no attributes on",
        ["MaxPool, explicit paddings"] = "passes no paddings on",
        ["Softmax, of rank 3"] = "is given as Exp(LogSoftmax), whose rule sums along axis 1 whatever the rank",
        ["SoftmaxCrossEntropyWithLogits"] = "compares with a float32 zero",
        ["SoftmaxCrossEntropyWithLogits, both outputs"] = "leaves out the second output's gradient by the labels",
    };

    public static IEnumerable<TestCaseData> Rows =>
        TensorFlowRows.Cases(TensorFlowRows.All.Where(row => OracleOps.All.Contains(row.Op) && !IsMistaken(row)));

    private static bool IsMistaken(GradientRow row) =>
        TheirMistakes.ContainsKey(row.ToString().Replace(", float32", "", StringComparison.Ordinal));

    [Test]
    public void NoOtherOpCouldBeCompared()
    {
        TheEngine.Require();
        if (TensorFlowLibrary.Current.Version != OracleOps.Version)
            Assert.Ignore($"The list is that of TensorFlow {OracleOps.Version}; this is {TensorFlowLibrary.Current.Version}.");
        var missing = TensorFlowRows
            .All.Where(row => !OracleOps.All.Contains(row.Op))
            .GroupBy(row => row.Op)
            .Where(rows => rows.All(HasGradient))
            .Select(rows => rows.Key);
        Assert.That(missing, Is.Empty);
    }

    private static bool HasGradient(GradientRow row)
    {
        var probe = new GradientProbe(TheEngine.Current, row, ShapeKnowledge.Graph);
        try
        {
            using var gradients = new TensorFlowGradients(TheEngine.Current.Context, probe, probe.Weights(probe.Outputs));
            return true;
        }
        catch (TensorFlowException e) when (IsMissing(e))
        {
            return false;
        }
    }

    private static bool IsMissing(TensorFlowException error) => error.Message.Contains("No gradient defined", StringComparison.Ordinal);

    [TestCaseSource(nameof(Rows))]
    public void AsTensorFlow(object row)
    {
        var probe = new GradientProbe(TheEngine.Current, (GradientRow)row, ShapeKnowledge.Graph);
        var weights = probe.Weights(probe.Outputs);
        using var theirs = Theirs(probe, weights);
        var ours = GradientBuilder.Gradients(probe.Outputs, probe.Inputs, weights);
        using var function = TheEngine.Current.Compile(probe.Placeholders, [.. ours.OfType<Tensor>()], []);
        var expected = new Queue<NDArray>(theirs.Run(probe.Feed()));
        var given = new Queue<NDArray>(function.Run(probe.Feed()));
        for (int i = 0; i < ours.Count; i++)
            Compare(
                i,
                ours[i] is null ? null : Elements(given.Dequeue()),
                theirs.Exists[i] ? Elements(expected.Dequeue()) : null,
                ((GradientRow)row).DType
            );
    }

    /// <summary>TensorFlow's gradients. Skips the test where another version than that of the list has none of an op.</summary>
    private static TensorFlowGradients Theirs(GradientProbe probe, Tensor?[] weights)
    {
        try
        {
            return new TensorFlowGradients(TheEngine.Current.Context, probe, weights);
        }
        catch (TensorFlowException e) when (IsMissing(e) && TensorFlowLibrary.Current.Version != OracleOps.Version)
        {
            Assert.Ignore($"TensorFlow's C++ API cannot tell: {e.Message}");
            throw;
        }
    }

    private static void Compare(int input, double[]? given, double[]? expected, DType dtype)
    {
        int count = (given ?? expected)?.Length ?? 0;
        given ??= new double[count];
        expected ??= new double[count];
        Assert.That(given, Has.Length.EqualTo(count), $"the number of gradients of input {input}");
        double tolerance = Math.Max(1, expected.Select(Math.Abs).DefaultIfEmpty().Max()) * (dtype == DType.Float64 ? 1e-12 : 1e-5);
        Assert.That(given, Is.EqualTo(expected).Within(tolerance), $"the gradient of input {input}");
    }

    private static double[] Elements(NDArray array) => TensorValue.From(array.astype(typeof(double))).Elements<double>().ToArray();
}

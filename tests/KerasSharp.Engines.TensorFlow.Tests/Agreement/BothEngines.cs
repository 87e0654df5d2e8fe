using KerasSharp.Engines.Torch;

namespace KerasSharp.Engines.TensorFlow.Tests.Agreement;

/// <summary>The same graph on the Torch and the TensorFlow engine.</summary>
internal static class BothEngines
{
    private static readonly TorchEngine Torch = new();

    /// <summary>Asserts that tensors which depend on nothing have the same elements on both engines.</summary>
    /// <param name="create">Makes the tensors, once for each engine.</param>
    public static void AssertEqual(Func<IReadOnlyList<Tensor>> create) => AssertEqual(1, () => (create(), []));

    /// <summary>Asserts that a function without inputs gives the same elements on both engines.</summary>
    /// <param name="runs">How often it runs.</param>
    /// <param name="create">Makes its outputs and updates, once for each engine.</param>
    public static void AssertEqual(
        int runs,
        Func<(IReadOnlyList<Tensor> Outputs, IReadOnlyList<(Variable Variable, Tensor Value)> Updates)> create
    )
    {
        var expected = Evaluate(TheEngine.Current, runs, create());
        var given = Evaluate(Torch, runs, create());
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.That(given[i].Shape, Is.EqualTo(expected[i].Shape), $"the shape of tensor {i}");
            AssertSameBytes(i, given[i], expected[i]);
        }
    }

    /// <summary>The values of tensors on both engines.</summary>
    public static (TensorValue[] Torch, TensorValue[] TensorFlow) Evaluate(Func<IReadOnlyList<Tensor>> create) =>
        (Evaluate(Torch, 1, (create(), [])), Evaluate(TheEngine.Current, 1, (create(), [])));

    private static void AssertSameBytes(int index, TensorValue given, TensorValue expected)
    {
        if (given.Bytes.SequenceEqual(expected.Bytes))
            return;
        int size = given.DType.Size();
        var places = Enumerable
            .Range(0, given.Bytes.Length / size)
            .Where(i => !given.Bytes.Slice(i * size, size).SequenceEqual(expected.Bytes.Slice(i * size, size)))
            .ToArray();
        var (torch, tensorflow) = (given.ToNDArray().flatten(), expected.ToNDArray().flatten());
        Assert.Fail(
            $"tensor {index}: {places.Length} of {given.Bytes.Length / size} elements differ; the first ones, by Torch and by TensorFlow: "
                + string.Join(", ", places.Take(5).Select(i => $"[{i}] {torch[i]} {tensorflow[i]}"))
        );
    }

    private static TensorValue[] Evaluate(
        IEngine engine,
        int runs,
        (IReadOnlyList<Tensor> Outputs, IReadOnlyList<(Variable Variable, Tensor Value)> Updates) function
    )
    {
        using var executable = engine.Compile([], function.Outputs, function.Updates);
        return [.. Enumerable.Range(0, runs).SelectMany(_ => executable.Run([])).Select(TensorValue.From)];
    }
}

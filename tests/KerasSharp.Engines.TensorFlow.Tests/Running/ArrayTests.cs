using KerasSharp.Ops;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow.Tests.Running;

/// <summary>Arrays whose memory TensorFlow shares or must copy.</summary>
public sealed class ArrayTests
{
    [Test]
    public void ALargeArray()
    {
        const int count = 1 << 24;
        var result = Double(np.arange(count).astype(typeof(float)));
        var elements = Arrays.Elements(result);
        Assert.That((elements.Length, elements[0], elements[12_345], elements[^1]), Is.EqualTo((count, 0f, 24_690f, 2f * (count - 1))));
    }

    /// <summary>Part of an array begins at an address that is no multiple of what TensorFlow needs.</summary>
    [TestCase(1)]
    [TestCase(3)]
    [TestCase(16)]
    public void APartOfAnArray(int begin)
    {
        var part = np.arange(100).astype(typeof(float))[$"{begin}:{begin + 50}"];
        Assert.That(Arrays.Elements(Double(part)), Is.EqualTo(Enumerable.Range(begin, 50).Select(i => 2f * i)));
    }

    [Test]
    public void AnArrayOfColumns()
    {
        var columns = np.arange(12).astype(typeof(float)).reshape(3, 4).T;
        var result = Double(columns);
        Assert.That(result.shape, Is.EqualTo(new[] { 4, 3 }));
        Assert.That(Arrays.Elements(result), Is.EqualTo(new float[] { 0, 8, 16, 2, 10, 18, 4, 12, 20, 6, 14, 22 }));
    }

    [Test]
    public void AnArrayBackwards() =>
        Assert.That(Arrays.Elements(Double(np.arange(4).astype(typeof(float))["::-1"])), Is.EqualTo(new float[] { 6, 4, 2, 0 }));

    [Test]
    public void AnArrayThatRepeats()
    {
        var row = np.broadcast_to(np.arange(3).astype(typeof(float)), new NumSharp.Shape(2, 3));
        Assert.That(Arrays.Elements(Double(row)), Is.EqualTo(new float[] { 0, 2, 4, 0, 2, 4 }));
    }

    [Test]
    public void ResultsAreTheCallersAlone()
    {
        var input = Op.Placeholder(DType.Float32, Shape.Of(3));
        using var function = TheEngine.Current.Compile([input], [Op.Identity(input), Op.Identity(input)], []);
        var value = Arrays.Floats(Shape.Of(3), 1, 2, 3);
        var results = function.Run([value]);
        value[0] = 7f;
        results[0][1] = 8f;
        Assert.That(Arrays.Elements(results[0]), Is.EqualTo(new[] { 1f, 8f, 3f }));
        Assert.That(Arrays.Elements(results[1]), Is.EqualTo(new[] { 1f, 2f, 3f }));
    }

    [Test]
    public void AVariableKeepsNoneOfTheCallersMemory()
    {
        var variable = Arrays.Variable(Shape.Of(3), 0);
        var input = Op.Placeholder(DType.Float32, Shape.Of(3));
        using var assign = TheEngine.Current.Compile([input], [], [(variable, input)]);
        var value = Arrays.Floats(Shape.Of(3), 1, 2, 3);
        assign.Run([value]);
        value[0] = 7f;
        Assert.That(Arrays.Elements(TheEngine.Current.GetValue(variable)), Is.EqualTo(new[] { 1f, 2f, 3f }));
        TheEngine.Current.SetValue(variable, value);
        value[1] = 9f;
        Assert.That(Arrays.Elements(TheEngine.Current.GetValue(variable)), Is.EqualTo(new[] { 7f, 2f, 3f }));
    }

    private static NDArray Double(NDArray value)
    {
        var input = Op.Placeholder(DType.Float32, Shape.Of(value.shape));
        using var function = TheEngine.Current.Compile([input], [input + input], []);
        return function.Run([value])[0];
    }
}

using NumSharp;

namespace KerasSharp.Engines.TensorFlow.Tests.Interchange;

/// <summary>Comparisons of arrays.</summary>
internal static class Arrays
{
    /// <summary>Fails unless shapes are equal and no element is further off than the tolerance.</summary>
    public static void AssertClose(NDArray expected, NDArray actual, double tolerance)
    {
        Assert.That(actual.shape, Is.EqualTo(expected.shape));
        Assert.That(actual.ToArray<float>(), Is.EqualTo(expected.ToArray<float>()).Within(tolerance));
    }
}

using KerasSharp.Layers;
using KerasSharp.Ops;

namespace KerasSharp.Engines.TensorFlow.Tests.Agreement;

/// <summary>Layers that draw in training draw the same on both engines, run after run.</summary>
public sealed class DropoutTests
{
    private const int Runs = 3;

    public static IEnumerable<TestCaseData> Cases =>
        [
            Case(() => new Dropout(0.3, seed: 5)),
            Case(() => new Dropout(0.5, Shape.Of(-1, 1, 7), seed: 5)),
            Case(() => new SpatialDropout1D(0.4, seed: 5)),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Equal(Func<Layer> create) =>
        BothEngines.AssertEqual(
            Runs,
            () =>
            {
                var context = new CallContext(training: true);
                var input = Op.Constant(TensorValue.Filled(Shape.Of(30, 11, 7), 0.75, DType.Float32));
                var output = create().Apply(input, context);
                return ([output], context.Updates);
            }
        );

    private static TestCaseData Case(Func<Layer> create) => new TestCaseData(create).SetArgDisplayNames(create().ClassName);
}

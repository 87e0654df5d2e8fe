using KerasSharp.Engines.TensorFlow.Runtime;

namespace KerasSharp.Engines.TensorFlow.Tests;

/// <summary>Options as TensorFlow reads them.</summary>
/// <remarks>
/// The bytes are those of TensorFlow 2.21.0's Python:
/// <c>p = config_pb2.ConfigProto(intra_op_parallelism_threads=…, inter_op_parallelism_threads=…, allow_soft_placement=…);
/// p.gpu_options.CopyFrom(config_pb2.GPUOptions(allow_growth=…, per_process_gpu_memory_fraction=…)); p.SerializeToString().hex()</c>
/// </remarks>
public sealed class TensorFlowOptionsTests
{
    [TestCase(4, 2, true, true, 0, "10042802320220013801")]
    [TestCase(300, 70000, true, true, 0.5, "10ac0228f0a204320b09000000000000e03f20013801")]
    [TestCase(0, 0, true, true, 0, "320220013801")]
    [TestCase(0, 0, false, false, 0.25, "320909000000000000d03f")]
    public void BecomeAConfigProto(int intra, int inter, bool soft, bool growth, double fraction, string bytes)
    {
        var options = new TensorFlowOptions
        {
            IntraOpThreads = intra,
            InterOpThreads = inter,
            SoftPlacement = soft,
            MemoryGrowth = growth,
            MemoryFraction = fraction == 0 ? null : fraction,
        };
        Assert.That(Convert.ToHexStringLower(SessionConfig.Serialize(options)), Is.EqualTo(bytes));
    }

    [TestCase(0)]
    [TestCase(-0.5)]
    [TestCase(1.5)]
    [TestCase(double.NaN)]
    public void AMemoryFractionOutOfRangeIsRefused(double fraction) =>
        Assert.That(
            () => new TensorFlowOptions { MemoryFraction = fraction },
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("above 0 and at most 1")
        );

    [TestCase(-1)]
    public void ANegativeNumberOfThreadsIsRefused(int threads)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = new TensorFlowOptions { IntraOpThreads = threads });
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = new TensorFlowOptions { InterOpThreads = threads });
    }
}

using System.Runtime.InteropServices;
using KerasSharp.Engines.Torch.Plans;
using KerasSharp.Gradients;
using KerasSharp.Ops;
using KerasSharp.Testing.Gradients;

namespace KerasSharp.Engines.Torch.Tests.Plans;

/// <summary>A plan that runs allocates nothing on the managed heap, whatever its kernels.</summary>
public sealed class AllocationTests
{
    /// <summary>The most that a kernel of the list below may allocate for the small inputs of the table, in bytes.</summary>
    private const long Tolerated = 1 << 14;

    /// <summary>Ops that do allocate, by the beginning of their names.</summary>
    private static readonly Dictionary<string, string> Allocating = new()
    {
        ["DynamicPartition"] = "bound at each run, as the lengths of its outputs depend on values",
        ["Matrix"] = "linear algebra works on arrays of float64",
        ["LogMatrix"] = "linear algebra works on arrays of float64",
        ["Cholesky"] = "linear algebra works on arrays of float64",
        ["Qr"] = "linear algebra works on arrays of float64",
        ["SelfAdjointEig"] = "linear algebra works on arrays of float64",
        ["Conv"] = "libtorch's operators are called with lists",
        ["ExtractImagePatches"] = "its gradient is a convolution",
    };

    public static IEnumerable<TestCaseData> Rows =>
        GradientRows.All.Select(row => new TestCaseData(row).SetArgDisplayNames(row.ToString()));

    [TestCaseSource(nameof(Rows))]
    public void AnOpAndItsGradient(object row)
    {
        var op = (GradientRow)row;
        Tensor[] inputs = [.. op.Arguments.Select(argument => Op.Placeholder(op.DType, Shape.Of(argument.Dims)))];
        var outputs = op.Build(inputs).Where(output => output.DType.IsFloating()).ToList();
        var gradients = GradientBuilder.Gradients(outputs, inputs).OfType<Tensor>();
        var shapes = inputs.Select(input => input.Shape).ToList();
        using var plan = Planner.Plan(new PlanRequest(inputs, shapes, [.. outputs, .. gradients], []));
        long most = Allocating.Keys.Any(name => op.Op.StartsWith(name, StringComparison.Ordinal)) ? Tolerated : 0;
        Assert.That(BytesOfARun(plan, op), Is.LessThanOrEqualTo(most));
    }

    /// <summary>The bytes that the third run allocates: the first ones fill what is kept.</summary>
    private static long BytesOfARun(ExecutionPlan plan, GradientRow row)
    {
        var random = new Random(20);
        var memory = row.Arguments.Select(argument => Bytes(argument.Values(random), row.DType)).ToArray();
        var pins = memory.Select(bytes => GCHandle.Alloc(bytes, GCHandleType.Pinned)).ToArray();
        for (int i = 0; i < pins.Length; i++)
            plan.Inputs[i].Buffer.Pointer = pins[i].AddrOfPinnedObject();
        plan.Run();
        plan.Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        plan.Run();
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        foreach (var pin in pins)
            pin.Free();
        return bytes;
    }

    private static byte[] Bytes(double[] values, DType dtype) =>
        dtype == DType.Float64
            ? MemoryMarshal.AsBytes<double>(values).ToArray()
            : MemoryMarshal.AsBytes<float>(Array.ConvertAll(values, value => (float)value)).ToArray();
}

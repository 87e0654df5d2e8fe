using KerasSharp.Engines.Torch.Native;

namespace KerasSharp.Engines.Torch.Tests.Native;

public sealed unsafe class TensorHandleTests
{
    [Test]
    public void ATensorLiesOverTheMemoryGiven()
    {
        float* data = stackalloc float[6];
        using var tensor = TensorHandle.FromBlob((nint)data, [2, 3], DType.Float32);
        Assert.That(tensor.DataPointer, Is.EqualTo((nint)data));
        Assert.That(tensor.Sizes.ToArray(), Is.EqualTo(new long[] { 2, 3 }));
        Assert.That(tensor.Strides.ToArray(), Is.EqualTo(new long[] { 3, 1 }));
    }

    [Test]
    public void AScalarHasNoDimensions()
    {
        double number = 4;
        using var tensor = TensorHandle.FromBlob((nint)(&number), [], DType.Float64);
        Assert.That(tensor.Sizes.Length, Is.Zero);
        Assert.That(*(double*)tensor.DataPointer, Is.EqualTo(4));
    }

    [Test]
    public void WhatIsInRowOrderIsNotCopied()
    {
        int* data = stackalloc int[6];
        using var tensor = TensorHandle.FromBlob((nint)data, [3, 2], DType.Int32);
        using var same = tensor.Contiguous();
        Assert.That(same.DataPointer, Is.EqualTo((nint)data));
    }

    [Test]
    public void WhatIsNotIsCopiedInOrder()
    {
        long* data = stackalloc long[6] { 1, 2, 3, 4, 5, 6 };
        using var transposed = TensorHandle.FromBlob((nint)data, [3, 2], [1, 3], DType.Int64);
        using var copy = transposed.Contiguous();
        Assert.That(copy.Strides.ToArray(), Is.EqualTo(new long[] { 2, 1 }));
        Assert.That(new Span<long>((void*)copy.DataPointer, 6).ToArray(), Is.EqualTo(new long[] { 1, 4, 2, 5, 3, 6 }));
    }

    [Test]
    public void ACopyOutlivesItsSource()
    {
        float* data = stackalloc float[4] { 1, 2, 3, 4 };
        var transposed = TensorHandle.FromBlob((nint)data, [2, 2], [1, 2], DType.Float32);
        using var copy = transposed.Contiguous();
        transposed.Dispose();
        new Span<float>(data, 4).Clear();
        Assert.That(new Span<float>((void*)copy.DataPointer, 4).ToArray(), Is.EqualTo(new float[] { 1, 3, 2, 4 }));
    }

    [Test]
    public void AFailingCallIsAnExceptionThatNamesIt()
    {
        ulong nothing = 0;
        int code = TorchNative.torch_call_dispatcher("aten::no_such_operator", "", &nothing, 0x020a000000000000);
        var failure = Assert.Throws<TorchException>(() => TorchNative.Check(code, "aten::no_such_operator"))!;
        Assert.That(failure.Message, Does.Contain("aten::no_such_operator"));
    }

    [TestCase(DType.String)]
    [TestCase(DType.Resource)]
    public void ATypeThatLibtorchLacksIsNamed(DType dtype)
    {
        var failure = Assert.Throws<NotSupportedException>(() => TensorHandle.FromBlob(0, [0], dtype))!;
        Assert.That(failure.Message, Does.Contain(dtype.Name()));
    }
}

using KerasSharp.Engines.Torch.Native;

namespace KerasSharp.Engines.Torch.Tests.Native;

public sealed unsafe class ScratchBufferTests
{
    [Test]
    public void ItGrowsAndIsAlignedForTheWidestVectors([Values(1, 1000, 1 << 20)] long length)
    {
        var buffer = new ScratchBuffer();
        float* memory = buffer.Get(length);
        new Span<float>(memory, (int)length).Fill(3);
        Assert.That((long)memory % 64, Is.Zero);
        Assert.That(memory[length - 1], Is.EqualTo(3));
        GC.KeepAlive(buffer);
    }

    [Test]
    public void ItKeepsWhatIsLargeEnough()
    {
        var buffer = new ScratchBuffer();
        var first = (nint)buffer.Get(1000);
        Assert.That((nint)buffer.Get(10), Is.EqualTo(first));
        Assert.That((nint)buffer.Get(1000), Is.EqualTo(first));
        GC.KeepAlive(buffer);
    }
}

using KerasSharp.Engines.Torch.Numerics;

namespace KerasSharp.Engines.Torch.Tests.Numerics;

public sealed unsafe class BFloat16Tests
{
    // Half way between two bfloat16 the even one is taken.
    [TestCase(0x3f808000u, 0x3f80)]
    [TestCase(0x3f818000u, 0x3f82)]
    [TestCase(0x3f808001u, 0x3f81)]
    [TestCase(0x3f807fffu, 0x3f80)]
    [TestCase(0x7f7fffffu, 0x7f80)]
    [TestCase(0xff800000u, 0xff80)]
    [TestCase(0x00000001u, 0x0000)]
    [TestCase(0x7f800001u, 0x7fc0)]
    [TestCase(0xffc12345u, 0xffc0)]
    public void RoundsToNearestEven(uint single, int expected)
    {
        float value = BitConverter.UInt32BitsToSingle(single);
        Assert.That(((BFloat16)value).Bits, Is.EqualTo(expected));

        float[] many = [.. Enumerable.Repeat(value, 19)];
        BFloat16[] narrow = new BFloat16[19];
        fixed (float* source = many)
        fixed (BFloat16* target = narrow)
        {
            BFloat16.Narrow(source, target, 19);
        }

        Assert.That(narrow.Select(item => item.Bits), Is.All.EqualTo(expected));
    }

    [Test]
    public void TruncateDropsBits() => Assert.That(BFloat16.Truncate(BitConverter.UInt32BitsToSingle(0x3f81ffff)).Bits, Is.EqualTo(0x3f81));

    [Test]
    public void WidensExactly()
    {
        BFloat16[] all = [.. Enumerable.Range(0, 0x7f80).Select(bits => new BFloat16((ushort)bits))];
        float[] wide = new float[all.Length];
        fixed (BFloat16* source = all)
        fixed (float* target = wide)
        {
            BFloat16.Widen(source, target, all.Length);
        }

        Assert.That(wide.Select(value => BitConverter.SingleToUInt32Bits(value) >> 16), Is.EqualTo(Enumerable.Range(0, 0x7f80)));
    }
}

using System.Text;
using KerasSharp.Formats.Checksums;
using NUnit.Framework;

namespace KerasSharp.Formats.Tests.Checksums;

/// <summary>CRC-32C against the examples of RFC 3720 and the masked form against TensorFlow's.</summary>
public sealed class Crc32CTests
{
    private static readonly byte[] Ascending = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Test]
    public void AsInRfc3720()
    {
        Assert.That(Crc32C.Compute(new byte[32]), Is.EqualTo(0x8A9136AAu));
        Assert.That(Crc32C.Compute(Enumerable.Repeat((byte)0xFF, 32).ToArray()), Is.EqualTo(0x62A8AB43u));
        Assert.That(Crc32C.Compute(Ascending), Is.EqualTo(0x46DD794Eu));
        Assert.That(Crc32C.Compute(Encoding.ASCII.GetBytes("123456789")), Is.EqualTo(0xE3069283u));
    }

    [Test]
    public void InTwoPartsAsInOne([Range(0, 32)] int cut) =>
        Assert.That(Crc32C.Extend(Crc32C.Compute(Ascending.AsSpan(0, cut)), Ascending.AsSpan(cut)), Is.EqualTo(0x46DD794Eu));

    // What TensorFlow stores for the int64 scalar 3 in the index of a checkpoint (golden files ckpt-name.series and ckpt-odd.manager).
    [Test]
    public void MaskedAsTensorFlowStoresIt() => Assert.That(Crc32C.Masked(BitConverter.GetBytes(3L)), Is.EqualTo(239704496u));

    [Test]
    public void UnmaskUndoesMask() => Assert.That(Crc32C.Unmask(Crc32C.Mask(0x46DD794E)), Is.EqualTo(0x46DD794Eu));
}

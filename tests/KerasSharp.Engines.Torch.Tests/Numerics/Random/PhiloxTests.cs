using KerasSharp.Engines.Torch.Numerics;

namespace KerasSharp.Engines.Torch.Tests.Numerics;

/// <summary>Every expected number was drawn by TensorFlow 2.21 on a CPU, with seed [1, 2] unless said.</summary>
public sealed class PhiloxTests
{
    private static readonly Philox Generator = Philox.FromSeed(1, 2);

    [Test]
    public void FromSeedScramblesAsTensorFlow()
    {
        Assert.That(Generator, Is.EqualTo(new Philox(10413732777507651514, 0, 17830669156045600267)));
        Assert.That(Philox.FromSeed(-3, 7), Is.EqualTo(new Philox(0x8e30a75e172ea053, 0, 5923477521290055155)));
    }

    [Test]
    public void CounterCarriesIntoTheUpperHalf()
    {
        uint[] expected =
        [
            90391486,
            2085029976,
            405956178,
            3120829562,
            2867128389,
            2519467108,
            2047060745,
            3324461155,
            4017057404,
            1634864995,
            201065378,
            3840247100,
            1292614439,
            4135220703,
            1812188716,
            995924183,
            3068060845,
            570772486,
            695098662,
            4206579328,
            1471182131,
            3264755108,
            229638389,
            1632402106,
        ];
        uint[] words = new uint[64];
        PhiloxWords.Read(new(5, ulong.MaxValue - 2, 9), 0, words);
        Assert.That(words[..24], Is.EqualTo(expected));
    }

    [Test]
    public void CounterCarriesOutOfItsFirstWord()
    {
        uint[] expected =
        [
            3502632923,
            3314851048,
            871509979,
            4217624336,
            4164611097,
            514182110,
            1352948598,
            517700835,
            1654079934,
            3074214296,
            431379076,
            3217235859,
        ];
        uint[] words = new uint[40];
        PhiloxWords.Read(new(5, (1UL << 32) - 5, 9), 0, words);
        Assert.That(words[16..28], Is.EqualTo(expected));
    }

    [Test]
    public void UniformBits()
    {
        float[] single = new float[7];
        PhiloxUniform.Fill(Generator, 0, single);
        Assert.That(
            single.Select(BitConverter.SingleToUInt32Bits),
            Is.EqualTo(new[] { 0x3f581458, 0x3e44a788, 0x3f7f087c, 0x3e243c98, 0x3e8b424c, 0x3f263b8a, 0x3ddb05b0 })
        );

        double[] wide = new double[7];
        PhiloxUniform.Fill(Generator, 0, wide);
        Assert.That(
            wide.Select(BitConverter.DoubleToInt64Bits),
            Is.EqualTo(
                new[]
                {
                    0x3fe81458cf3129e2,
                    0x3fef087c2c290f26,
                    0x3fc6849f8a98ee28,
                    0x3feb60b64610ae7c,
                    0x3fe07956bf15b35e,
                    0x3fe372a5bf23a328,
                    0x3fea77afee2ccf48,
                }
            )
        );

        Half[] half = new Half[7];
        PhiloxUniform.Fill(Generator, 0, half);
        Assert.That(
            half.Select(BitConverter.HalfToUInt16Bits),
            Is.EqualTo(new[] { 0x3858, 0x3388, 0x2bc0, 0x3b26, 0x3098, 0x3714, 0x2db0 })
        );

        BFloat16[] brain = new BFloat16[7];
        PhiloxUniform.Fill(Generator, 0, brain);
        Assert.That(brain.Select(value => value.Bits), Is.EqualTo(new[] { 0x3eb0, 0x3f62, 0x3ef8, 0x3e18, 0x3e18, 0x3f0a, 0x3f36 }));
    }

    [Test]
    public void LongUniformBits()
    {
        float[] values = new float[3000];
        PhiloxUniform.Fill(Generator, 0, values);
        uint[] bits = [.. values.Select(BitConverter.SingleToUInt32Bits)];
        Assert.That(bits.Sum(value => (long)value), Is.EqualTo(3158608217476));
        Assert.That(
            new[] { bits[0], bits[31], bits[32], bits[1000], bits[2999] },
            Is.EqualTo(new uint[] { 1062736984, 1053924172, 1056165316, 1032960192, 1058776686 })
        );
    }

    [Test]
    public void OpSeedsSeedTheStatefulOps()
    {
        float[] values = new float[3];
        PhiloxUniform.Fill(Philox.FromOpSeeds(1, 2), 0, values);
        Assert.That(values.Select(BitConverter.SingleToUInt32Bits), Is.EqualTo(new[] { 0x3ed0133c, 0x3f5b8ba6, 0x3d62e6c0 }));
    }

    [Test]
    public void Normal()
    {
        // One unit in the last place is left to the C library's logarithm and sine.
        float[] single = new float[7];
        PhiloxNormal.Fill(Generator, 0, single);
        uint[] bits = [0x3f0b4acd, 0x3e545b81, 0x3d96a8e4, 0x3d3e3228, 0xbfa69a7f, 0xbf742ff1, 0x3f577b86];
        Assert.That(single, Is.EqualTo(bits.Select(BitConverter.UInt32BitsToSingle)).Within(1).Ulps);

        double[] wide = new double[3000];
        PhiloxNormal.Fill(Generator, 0, wide);
        Assert.That(
            new[] { wide[0], wide[1], wide[2], wide[999], wide[2999] },
            Is.EqualTo(new[] { -0.1423118100189212, 0.7406072461585091, -1.469047669443883, -1.0904280571054534, 1.0929495968688698 })
                .Within(4)
                .Ulps
        );
    }

    [Test]
    public void TruncatedNormal()
    {
        float[] single = new float[3000];
        PhiloxTruncatedNormal.Fill(Generator, 0, single);
        Assert.That(
            new[] { single[0], single[1], single[2], single[999], single[2999] },
            Is.EqualTo(new[] { 0.544110119342804f, 0.20738030970096588f, 0.0735643208026886f, -0.5632601976394653f, 0.6241017580032349f })
                .Within(1)
                .Ulps
        );
        Assert.That(single.Sum(value => (double)value), Is.EqualTo(-6.584186787207727).Within(1e-5));

        double[] wide = new double[3000];
        PhiloxTruncatedNormal.Fill(Generator, 0, wide);
        Assert.That(BitConverter.DoubleToInt64Bits(wide[2]), Is.EqualTo(unchecked((long)0xbfe1ad29167909a9)).Within(4));
        Assert.That(wide.Sum(), Is.EqualTo(10.762003324675776).Within(1e-10));
    }

    [Test]
    public void ShorterNormalsAreRoundedSingles()
    {
        Half[] half = new Half[7];
        PhiloxNormal.Fill(Generator, 0, half);
        Assert.That(
            half.Select(BitConverter.HalfToUInt16Bits),
            Is.EqualTo(new[] { 0x385a, 0x32a3, 0x2cb5, 0x29f2, 0xbd35, 0xbba1, 0x3abc })
        );

        BFloat16[] brain = new BFloat16[7];
        PhiloxTruncatedNormal.Fill(Generator, 0, brain);
        Assert.That(brain.Select(value => value.Bits), Is.EqualTo(new[] { 0x3f0b, 0x3e54, 0x3d97, 0x3d3e, 0x3e2c, 0xbfd8, 0x3e78 }));
    }

    [Test]
    public void Integers()
    {
        int[] narrow = new int[6];
        PhiloxInteger.Fill(Generator, 0, narrow, -7, 100);
        Assert.That(narrow, Is.EqualTo(new[] { 74, 54, 95, 7, 73, 64 }));

        long[] wide = new long[6];
        PhiloxInteger.Fill(Generator, 0, wide, -7, 1000000000000000);
        Assert.That(
            wide,
            Is.EqualTo(new[] { 880146280562189, 45637757950134, 275318163928337, 363516006984528, 554327645978728, 887779644113104 })
        );

        uint[] full = new uint[5];
        PhiloxInteger.FillFull(Generator, 0, full);
        Assert.That(full.Select(value => (int)value), Is.EqualTo(new[] { 1105988140, 1738052849, -335576002, 370444179, 10670227 }));

        ulong[] fullWide = new ulong[5];
        PhiloxInteger.FillFull(Generator, 0, fullWide);
        Assert.That(
            fullWide,
            Is.EqualTo(
                new ulong[] { 7464880146280614444, 1591045637757961278, 17389275318164050067, 2524363516007002203, 6884554327646026923 }
            )
        );
    }

    [Test]
    public void EmptyIntegerRangeThrows() =>
        Assert.That(() => PhiloxInteger.Fill(Generator, 0, new int[1], 3, 3), Throws.ArgumentException);

    [Test]
    public void Shuffle()
    {
        int[] order = new int[10];
        PhiloxShuffle.Permutation(Generator, order);
        Assert.That(order, Is.EqualTo(new[] { 0, 3, 8, 1, 5, 4, 9, 7, 6, 2 }));
    }

    [Test]
    public void Multinomial()
    {
        long[] drawn = new long[12];
        PhiloxMultinomial.Fill(Generator, [0, 1, 2, double.NegativeInfinity, 3, 0, 0, 1], 4, 6, drawn);
        Assert.That(drawn, Is.EqualTo(new[] { 2, 2, 1, 2, 2, 2, 1, 0, 1, 1, 0, 0 }));
    }

    [Test]
    public void SplitsGiveTheSameNumbers()
    {
        CheckSplit<float>(PhiloxUniform.Fill);
        CheckSplit<double>(PhiloxUniform.Fill);
        CheckSplit<float>(PhiloxNormal.Fill);
        CheckSplit<double>(PhiloxNormal.Fill);
        CheckSplit<Half>(PhiloxNormal.Fill);
        CheckSplit<float>(PhiloxTruncatedNormal.Fill);
        CheckSplit<double>(PhiloxTruncatedNormal.Fill);
        CheckSplit<ulong>(PhiloxInteger.FillFull);
    }

    private delegate void Fill<T>(in Philox generator, long begin, Span<T> target);

    private static void CheckSplit<T>(Fill<T> fill)
        where T : unmanaged
    {
        T[] whole = new T[1500];
        fill(Generator, 0, whole);
        T[] pieces = new T[whole.Length];
        int length = 1;
        for (int i = 0; i < pieces.Length; i += length)
        {
            length = int.Min(1 + i % 37 * 3, pieces.Length - i);
            fill(Generator, i, pieces.AsSpan(i, length));
        }

        Assert.That(pieces, Is.EqualTo(whole));
    }
}

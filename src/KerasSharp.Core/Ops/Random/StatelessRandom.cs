using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    private const string Keyed = "(shape: Tshape, key: uint64, counter: uint64, alg: int32";
    private const string KeyedResult = ") -> output: dtype | Tshape: type = int32, dtype: type";
    private const string Seeded = "(shape: T, seed: Tseed";
    private const string SeededResult = ") -> output: dtype | T: type = int32, Tseed: type = int64, dtype: type";
    private const string Bounds = ", minval: dtype, maxval: dtype";

    /// <summary>Draws of a shape, by a key and counter (V2) or by a seed.</summary>
    internal static readonly Dictionary<string, OpDefinition> RandomDefinitions = Table(
        Enumerable.Select<string, OpDefinition>(
            [
                $"StatelessRandomUniformV2{Keyed}{KeyedResult} = float32",
                $"StatelessRandomNormalV2{Keyed}{KeyedResult} = float32",
                $"StatelessTruncatedNormalV2{Keyed}{KeyedResult} = float32",
                $"StatelessRandomUniformFullIntV2{Keyed}{KeyedResult} = uint64",
                $"StatelessRandomUniformIntV2{Keyed}{Bounds}{KeyedResult}",
                $"StatelessRandomUniform{Seeded}{SeededResult} = float32",
                $"StatelessRandomNormal{Seeded}{SeededResult} = float32",
                $"StatelessTruncatedNormal{Seeded}{SeededResult} = float32",
                $"StatelessRandomUniformFullInt{Seeded}{SeededResult} = uint64",
                "StatelessRandomUniformInt(shape: T, seed: Tseed, minval: dtype, maxval: dtype) -> output: dtype | dtype: type, T: type, Tseed: type = int64",
            ],
            signature => new OpDefinition(signature, context => [ShapeRules.FromInts(context, 0)])
        )
    );

    /// <summary>Uniform numbers in [0, 1), TensorFlow's Philox draws bit by bit.</summary>
    /// <param name="shape">The shape, a vector of integers.</param>
    /// <param name="key">One number of uint64, of <see cref="StatelessRandomGetKeyCounter"/>.</param>
    /// <param name="counter">Two numbers of uint64.</param>
    /// <param name="alg">The algorithm, <see cref="StatelessRandomGetAlg"/>: 1 Philox, 3 automatic, which is Philox.</param>
    /// <param name="dtype">A floating type.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor StatelessRandomUniformV2(
        Tensor shape,
        Tensor key,
        Tensor counter,
        Tensor alg,
        DType dtype = DType.Float32,
        string? name = null
    ) => Draw("StatelessRandomUniformV2", [shape, key, counter, alg], dtype, name);

    /// <summary>Standard normal numbers. Arguments as for <see cref="StatelessRandomUniformV2"/>.</summary>
    public static Tensor StatelessRandomNormalV2(
        Tensor shape,
        Tensor key,
        Tensor counter,
        Tensor alg,
        DType dtype = DType.Float32,
        string? name = null
    ) => Draw("StatelessRandomNormalV2", [shape, key, counter, alg], dtype, name);

    /// <summary>Standard normal numbers between -2 and 2. Arguments as for <see cref="StatelessRandomUniformV2"/>.</summary>
    public static Tensor StatelessTruncatedNormalV2(
        Tensor shape,
        Tensor key,
        Tensor counter,
        Tensor alg,
        DType dtype = DType.Float32,
        string? name = null
    ) => Draw("StatelessTruncatedNormalV2", [shape, key, counter, alg], dtype, name);

    /// <summary>Integers over the whole range of their type. Arguments as for <see cref="StatelessRandomUniformV2"/>.</summary>
    public static Tensor StatelessRandomUniformFullIntV2(
        Tensor shape,
        Tensor key,
        Tensor counter,
        Tensor alg,
        DType dtype = DType.UInt64,
        string? name = null
    ) => Draw("StatelessRandomUniformFullIntV2", [shape, key, counter, alg], dtype, name);

    /// <summary>Integers in [minval, maxval), of the type of the bounds. Arguments as for <see cref="StatelessRandomUniformV2"/>.</summary>
    public static Tensor StatelessRandomUniformIntV2(
        Tensor shape,
        Tensor key,
        Tensor counter,
        Tensor alg,
        Tensor minval,
        Tensor maxval,
        string? name = null
    ) => Draw("StatelessRandomUniformIntV2", [shape, key, counter, alg, minval, maxval], minval.DType, name);

    /// <summary>Uniform numbers in [0, 1).</summary>
    /// <param name="shape">The shape, a vector of integers.</param>
    /// <param name="seed">Two integers, which fix the numbers.</param>
    /// <param name="dtype">A floating type.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor StatelessRandomUniform(Tensor shape, Tensor seed, DType dtype = DType.Float32, string? name = null) =>
        Draw("StatelessRandomUniform", [shape, seed], dtype, name);

    /// <summary>Standard normal numbers. Arguments as for <see cref="StatelessRandomUniform"/>.</summary>
    public static Tensor StatelessRandomNormal(Tensor shape, Tensor seed, DType dtype = DType.Float32, string? name = null) =>
        Draw("StatelessRandomNormal", [shape, seed], dtype, name);

    /// <summary>Standard normal numbers between -2 and 2. Arguments as for <see cref="StatelessRandomUniform"/>.</summary>
    public static Tensor StatelessTruncatedNormal(Tensor shape, Tensor seed, DType dtype = DType.Float32, string? name = null) =>
        Draw("StatelessTruncatedNormal", [shape, seed], dtype, name);

    /// <summary>Integers over the whole range of their type. Arguments as for <see cref="StatelessRandomUniform"/>.</summary>
    public static Tensor StatelessRandomUniformFullInt(Tensor shape, Tensor seed, DType dtype = DType.UInt64, string? name = null) =>
        Draw("StatelessRandomUniformFullInt", [shape, seed], dtype, name);

    /// <summary>Integers in [minval, maxval), of the type of the bounds. Arguments as for <see cref="StatelessRandomUniform"/>.</summary>
    public static Tensor StatelessRandomUniformInt(Tensor shape, Tensor seed, Tensor minval, Tensor maxval, string? name = null) =>
        Draw("StatelessRandomUniformInt", [shape, seed, minval, maxval], minval.DType, name);

    private static Tensor Draw(string op, Tensor[] inputs, DType dtype, string? name) =>
        Make(RandomDefinitions[op], inputs, new Attributes { ["dtype"] = dtype }, name);
}

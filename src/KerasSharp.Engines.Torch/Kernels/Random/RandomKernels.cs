using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Random;

/// <summary>The kernels of the family Random.</summary>
internal static class RandomKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["StatelessRandomUniformV2"] = context => DrawKernel.Bind(context, Fills.Uniform),
        ["StatelessRandomUniform"] = context => DrawKernel.Bind(context, Fills.Uniform),
        ["StatelessRandomNormalV2"] = context => DrawKernel.Bind(context, Fills.Normal),
        ["StatelessRandomNormal"] = context => DrawKernel.Bind(context, Fills.Normal),
        ["StatelessTruncatedNormalV2"] = context => DrawKernel.Bind(context, Fills.TruncatedNormal),
        ["StatelessTruncatedNormal"] = context => DrawKernel.Bind(context, Fills.TruncatedNormal),
        ["StatelessRandomUniformFullIntV2"] = context => DrawKernel.Bind(context, Fills.FullInt),
        ["StatelessRandomUniformFullInt"] = context => DrawKernel.Bind(context, Fills.FullInt),
        ["StatelessRandomUniformIntV2"] = context => DrawKernel.Bind(context, IntegerFill.Of(context, 4)),
        ["StatelessRandomUniformInt"] = context => DrawKernel.Bind(context, IntegerFill.Of(context, 2)),
        ["StatelessRandomGetKeyCounter"] = KeyCounterKernel.Bind,
        ["StatelessRandomGetKeyCounterAlg"] = KeyCounterKernel.Bind,
        ["StatelessRandomGetAlg"] = KeyCounterKernel.BindAlg,
        ["StatelessShuffle"] = ShuffleKernel.Bind,
        ["StatelessMultinomial"] = MultinomialKernel.Bind,
    };
}

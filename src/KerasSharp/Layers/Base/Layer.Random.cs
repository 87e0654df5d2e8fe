using KerasSharp.Initializers;
using KerasSharp.Ops;

namespace KerasSharp.Layers;

public abstract partial class Layer
{
    private Variable? drawCounter;
    private long drawSeed;

    /// <summary>The number of draws so far, which makes the next one different; null until the layer first draws.</summary>
    internal Variable? DrawCounter => drawCounter;

    /// <summary>Key and counter for one draw: the layer's seed with a number that grows at every draw.</summary>
    internal (Tensor Key, Tensor Counter) NextRandom(CallContext context, int? seed)
    {
        if (drawCounter is null)
        {
            drawSeed = seed ?? SeedGenerator.Global.Next();
            drawCounter = new Variable("seed_generator_state", Op.Constant(0, DType.Int64), trainable: false)
            {
                Path = $"{Name}/seed_generator_state",
            };
        }
        var count = context.Read(drawCounter);
        context.Update(drawCounter, count + Op.Constant(1, DType.Int64));
        return Op.StatelessRandomGetKeyCounter(Op.Pack([Op.Constant(drawSeed, DType.Int64), count], 0));
    }
}

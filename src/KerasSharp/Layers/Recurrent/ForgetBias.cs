using KerasSharp.Initializers;
using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The bias of an LSTM whose forget gate begins open: ones for that gate, another initializer for the rest.</summary>
internal sealed class ForgetBias(Initializer rest) : Initializer
{
    public override Tensor Create(Shape shape, DType dtype = DType.Float32)
    {
        long units = shape[0] / 4;
        return Op.ConcatV2([rest.Create([units], dtype), new Ones().Create([units], dtype), rest.Create([2 * units], dtype)], 0);
    }

    public override Config GetConfig() => rest.GetConfig();
}

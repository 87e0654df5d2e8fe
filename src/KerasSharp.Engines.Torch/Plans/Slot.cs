using KerasSharp.Engines.Torch.Native;

namespace KerasSharp.Engines.Torch.Plans;

/// <summary>One value of a plan: type, shape, and the memory it lives in, dense and in row order.</summary>
internal sealed class Slot(DType dtype, Shape shape, Buffer buffer)
{
    private TensorHandle? held;

    public DType DType { get; } = dtype;

    /// <summary>The shape; of a dynamic value only known while running.</summary>
    public Shape Shape { get; private set; } = shape;

    public Buffer Buffer { get; } = buffer;

    /// <summary>The number of elements.</summary>
    public long Count { get; private set; } = shape.Size;

    /// <summary>The size in bytes.</summary>
    public long Bytes => Count * DType.Size();

    /// <summary>The address of the first element; read it when running, never when binding.</summary>
    public nint Pointer => Buffer.Pointer;

    /// <summary>True where the value is known when the plan is made and does not change.</summary>
    public bool IsConstant { get; set; }

    /// <summary>Fixes the shape of a dynamic value for this run and gives it memory.</summary>
    public void Resize(Shape shape)
    {
        (Shape, Count) = (shape, shape.Size);
        Buffer.Own(Bytes);
    }

    /// <summary>Lets the slot live in the memory of a result, which it keeps until the next.</summary>
    public void Hold(TensorHandle result)
    {
        held?.Dispose();
        held = result;
        Buffer.Pointer = result.DataPointer;
    }
}

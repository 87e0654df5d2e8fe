using NumSharp;

namespace KerasSharp.Formats.Pickle;

/// <summary>An array of NumPy out of a pickle.</summary>
public sealed class PickledArray : IPickledState
{
    private readonly Action<long> charge;
    private long[]? shape;

    /// <summary>An array that is still to be filled.</summary>
    /// <param name="charge">Is told of the bytes that the array takes.</param>
    internal PickledArray(Action<long> charge) => this.charge = charge;

    /// <summary>The sizes of its dimensions.</summary>
    public IReadOnlyList<long> Shape => shape!;

    /// <summary>The elements, numbers or strings; null for an array of Python objects.</summary>
    public TensorValue? Values { get; private set; }

    /// <summary>The elements of an array of Python objects (<c>dtype=object</c>) in row order; null for another array.</summary>
    public IReadOnlyList<object?>? Objects => ObjectList;

    /// <summary>The same list, whose elements are given their last form when everything is read.</summary>
    internal object?[]? ObjectList { get; private set; }

    /// <summary>Whether it has been filled.</summary>
    internal bool IsBuilt => shape is not null;

    /// <summary>The elements as a NumSharp array; complex64 becomes complex128.</summary>
    /// <exception cref="NotSupportedException">It holds strings or Python objects.</exception>
    public NDArray ToNDArray() =>
        Values?.ToNDArray() ?? throw new NotSupportedException("An array of Python objects is no NDArray; take its Objects.");

    void IPickledState.SetState(object?[] state, PickleReader reader) => SetState(state, reader);

    /// <summary>Fills the array.</summary>
    internal void SetState(object?[] state, PickleReader reader)
    {
        if (IsBuilt || state is not [.., object?[] sizes, PickledDtype dtype, bool or long, _] || state.Length is not (4 or 5))
            throw reader.Error("expected the state of a NumPy array: a version, a shape, a dtype, an order and the data, given once.");
        bool isFortran = state[^2] is true or 1L;
        long[] dimensions = Sizes(sizes, reader);
        if (dtype.Kind == 'O')
            ObjectList = ObjectElements(dimensions, isFortran, state[^1], reader);
        else
            Values = Elements(dimensions, dtype, isFortran, state[^1], reader);
        shape = dimensions;
    }

    private object?[] ObjectElements(long[] dimensions, bool isFortran, object? data, PickleReader reader)
    {
        if (data is not List<object?> items)
            throw reader.Error($"expected the elements of an array of Python objects as a list, got {PickleText.Kind(data)}.");
        charge(items.Count);
        return PickledElements.Objects(dimensions, isFortran, items, reader);
    }

    private TensorValue Elements(long[] dimensions, PickledDtype dtype, bool isFortran, object? data, PickleReader reader)
    {
        if (data is not PickledBytes bytes)
            throw reader.Error($"expected an array's data as bytes, got {PickleText.Kind(data)}.");
        charge(bytes.Content.Length);
        return PickledElements.Read(dimensions, dtype, isFortran, bytes.Content, reader);
    }

    private static long[] Sizes(object?[] sizes, PickleReader reader)
    {
        if (sizes.Length > 64 || !sizes.All(size => size is long and >= 0 and <= int.MaxValue))
            throw reader.Error($"expected a shape of at most 64 sizes from 0 to {int.MaxValue}.");
        return [.. sizes.Cast<long>()];
    }
}

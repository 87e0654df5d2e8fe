namespace KerasSharp.Formats.Hdf5;

/// <summary>The lengths of the dimensions of data.</summary>
/// <param name="IsNull">There are no elements and no shape at all (h5py's <c>Empty</c>).</param>
/// <param name="Dims">The lengths; none for a scalar.</param>
/// <param name="MaxDims">How long they may become; -1 for any length.</param>
/// <param name="Count">How many elements there are.</param>
internal sealed record Dataspace(bool IsNull, long[] Dims, long[] MaxDims, long Count)
{
    private const long Unlimited = -1;
    private const int MostDimensions = 32;

    /// <summary>Reads a dataspace message.</summary>
    public static Dataspace Read(ref Hdf5Cursor cursor)
    {
        byte version = cursor.Version(1, 2, "a dataspace");
        int rank = cursor.Byte();
        bool hasMaxDims = (cursor.Byte() & 1) != 0;
        bool isNull = version == 2 && cursor.Byte() == 2;
        if (version == 1)
            cursor.Skip(5);
        if (rank > MostDimensions)
            throw cursor.Error($"{rank} dimensions; HDF5 has at most {MostDimensions}. The file is damaged.");
        var dims = new long[rank];
        UInt128 count = isNull ? 0u : 1u;
        for (int i = 0; i < rank; i++)
        {
            dims[i] = cursor.Length();
            count *= (UInt128)dims[i];
            if (count > long.MaxValue)
                throw cursor.Error("the shape has more than 2^63 elements. The file is damaged.");
        }
        return new Dataspace(isNull, dims, hasMaxDims ? ReadMaxDims(ref cursor, dims) : dims, (long)count);
    }

    private static long[] ReadMaxDims(ref Hdf5Cursor cursor, long[] dims)
    {
        var maxDims = new long[dims.Length];
        for (int i = 0; i < maxDims.Length; i++)
        {
            maxDims[i] = cursor.Extent();
            if (maxDims[i] != Unlimited && maxDims[i] < dims[i])
                throw cursor.Error($"dimension {i} is {dims[i]} long and may be {maxDims[i]} at most. The file is damaged.");
        }
        return maxDims;
    }
}

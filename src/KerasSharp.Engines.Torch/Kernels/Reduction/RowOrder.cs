using System.Numerics;

namespace KerasSharp.Engines.Torch.Kernels.Reduction;

/// <summary>Finds the greatest elements of rows; the lower index comes first among equals.</summary>
internal sealed class RowOrder<T>(int length)
    where T : unmanaged, INumber<T>
{
    private const int MostInserted = 32;

    private readonly int[] indices = new int[length];
    private readonly T[] keys = new T[length];

    /// <summary>The indices of the k greatest elements, greatest first. Valid until the next call.</summary>
    public ReadOnlySpan<int> Greatest(ReadOnlySpan<T> row, int k)
    {
        if (k <= MostInserted)
            Insert(row, k);
        else
            Sort(row);
        return indices.AsSpan(0, k);
    }

    private void Insert(ReadOnlySpan<T> row, int k)
    {
        int count = 0;
        for (int i = 0; i < row.Length && k > 0; i++)
        {
            if (count == k && !(row[i] > row[indices[k - 1]]))
                continue;
            int at = count < k ? count++ : k - 1;
            for (; at > 0 && row[i] > row[indices[at - 1]]; at--)
                indices[at] = indices[at - 1];
            indices[at] = i;
        }
    }

    /// <summary>A sort by value, then every run of equals by index.</summary>
    private void Sort(ReadOnlySpan<T> row)
    {
        row.CopyTo(keys);
        for (int i = 0; i < row.Length; i++)
            indices[i] = i;
        Array.Sort(keys, indices);
        Array.Reverse(keys);
        Array.Reverse(indices);
        for (int start = 0; start < keys.Length; )
        {
            int end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
                end++;
            Array.Sort(indices, start, end - start);
            start = end;
        }
    }
}

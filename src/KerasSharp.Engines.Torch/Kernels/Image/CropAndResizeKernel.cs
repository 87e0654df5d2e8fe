using System.Numerics;
using System.Runtime.InteropServices;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Image;

/// <summary>CropAndResize and its gradients.</summary>
internal static unsafe class CropAndResizeKernel
{
    public static Action? Forward(KernelContext context) =>
        DTypeDispatch.Numeric(context.Input(0).DType, new Visitor(context, 1, context.Input(0), context.Output(), CropRole.Crops));

    public static Action? ImageGradient(KernelContext context) =>
        DTypeDispatch.Numeric(context.Output().DType, new Visitor(context, 1, context.Output(), context.Input(0), CropRole.Image));

    public static Action? BoxGradient(KernelContext context) =>
        DTypeDispatch.Numeric(context.Input(1).DType, new Visitor(context, 2, context.Input(1), context.Input(0), CropRole.Boxes));

    private enum CropRole
    {
        Crops,
        Image,
        Boxes,
    }

    private sealed class Visitor(KernelContext context, int boxesIndex, Slot image, Slot crops, CropRole role) : INumericVisitor
    {
        private readonly Slot boxes = context.Input(boxesIndex),
            indices = context.Input(boxesIndex + 1);

        private readonly bool isNearest = context.Attr<string>("method") == "nearest";
        private readonly float outside = role == CropRole.Crops ? (float)context.Attr<double>("extrapolation_value") : 0;

        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => Run<T>;

        private void Run<T>()
            where T : unmanaged, INumber<T>
        {
            if (role != CropRole.Crops)
                NativeMemory.Clear((void*)context.Output().Pointer, (nuint)context.Output().Bytes);
            for (long box = 0; box < boxes.Shape[0]; box++)
            {
                int index = ((int*)indices.Pointer)[box];
                if ((ulong)index >= (ulong)image.Shape[0])
                    throw new ArgumentException(
                        $"{context.Operation.Name}: box {box} is in image {index}, but there are {image.Shape[0]} images."
                    );
                Box<T>(box, index);
            }
        }

        private void Box<T>(long box, long index)
            where T : unmanaged, INumber<T>
        {
            float* corners = (float*)boxes.Pointer + box * 4;
            var rows = new CropAxis(image.Shape[1], crops.Shape[1], corners[0], corners[2]);
            var columns = new CropAxis(image.Shape[2], crops.Shape[2], corners[1], corners[3]);
            float* crop = (float*)crops.Pointer + box * rows.Crop * columns.Crop * crops.Shape[3];
            for (long y = 0; y < rows.Crop; y++)
            for (long x = 0; x < columns.Crop; x++, crop += crops.Shape[3])
            {
                var (row, column) = (rows.At(y), columns.At(x));
                if (rows.IsInside(row) && columns.IsInside(column))
                    Pixel<T>(index, row, column, crop, box, rows.Slopes(y), columns.Slopes(x));
                else if (role == CropRole.Crops)
                    new Span<float>(crop, (int)crops.Shape[3]).Fill(outside);
            }
        }

        private void Pixel<T>(
            long index,
            float row,
            float column,
            float* crop,
            long box,
            (float Begin, float End) rowSlopes,
            (float Begin, float End) columnSlopes
        )
            where T : unmanaged, INumber<T>
        {
            if (isNearest)
                (row, column) = (MathF.Round(row, MidpointRounding.AwayFromZero), MathF.Round(column, MidpointRounding.AwayFromZero));
            var (top, left) = ((long)MathF.Floor(row), (long)MathF.Floor(column));
            var (bottom, right) = ((long)MathF.Ceiling(row), (long)MathF.Ceiling(column));
            var (v, h) = (row - top, column - left);
            T* a = At<T>(index, top, left);
            T* b = At<T>(index, top, right);
            T* c = At<T>(index, bottom, left);
            T* d = At<T>(index, bottom, right);
            for (long i = 0; i < crops.Shape[3]; i++)
            {
                if (role == CropRole.Image)
                {
                    a[i] += T.CreateTruncating((1 - v) * (1 - h) * crop[i]);
                    b[i] += T.CreateTruncating((1 - v) * h * crop[i]);
                    c[i] += T.CreateTruncating(v * (1 - h) * crop[i]);
                    d[i] += T.CreateTruncating(v * h * crop[i]);
                    continue;
                }
                var (topLeft, topRight) = (float.CreateTruncating(a[i]), float.CreateTruncating(b[i]));
                var (bottomLeft, bottomRight) = (float.CreateTruncating(c[i]), float.CreateTruncating(d[i]));
                if (role == CropRole.Crops)
                {
                    float upper = topLeft + (topRight - topLeft) * h;
                    crop[i] = upper + (bottomLeft + (bottomRight - bottomLeft) * h - upper) * v;
                    continue;
                }
                float byRow = crop[i] * ((1 - h) * (bottomLeft - topLeft) + h * (bottomRight - topRight));
                float byColumn = crop[i] * ((1 - v) * (topRight - topLeft) + v * (bottomRight - bottomLeft));
                float* gradient = (float*)context.Output().Pointer + box * 4;
                gradient[0] += byRow * rowSlopes.Begin;
                gradient[1] += byColumn * columnSlopes.Begin;
                gradient[2] += byRow * rowSlopes.End;
                gradient[3] += byColumn * columnSlopes.End;
            }
        }

        private T* At<T>(long index, long row, long column)
            where T : unmanaged => (T*)image.Pointer + ((index * image.Shape[1] + row) * image.Shape[2] + column) * image.Shape[3];
    }
}

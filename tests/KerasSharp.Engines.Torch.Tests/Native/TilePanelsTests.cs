using KerasSharp.Engines.Torch.Native;

namespace KerasSharp.Engines.Torch.Tests.Native;

/// <summary>Packing in both orders of the source.</summary>
public sealed unsafe class TilePanelsTests
{
    private const int Columns = TileKernel.Columns;

    [TestCase(0, 0)]
    [TestCase(1, 1)]
    [TestCase(Columns - 1, 1)]
    [TestCase(Columns, 1)]
    [TestCase(Columns + 1, 2)]
    [TestCase(2 * Columns, 2)]
    public void APanelHolds32Columns(int columns, int panels)
    {
        Assert.That(TilePanels.Count(columns), Is.EqualTo(panels));
        Assert.That(TilePanels.Size(5, columns), Is.EqualTo(5L * panels * Columns));
    }

    [Test]
    public void EveryElementFindsItsPlaceAndTheRestIsZero(
        [Values(0, 1, 5)] int rows,
        [Values(1, Columns - 1, Columns, Columns + 1, 2 * Columns + 3)] int columns,
        [Values] bool isTransposed
    )
    {
        var source = new PaddedMatrix(isTransposed ? columns : rows, isTransposed ? rows : columns, 3, 1);
        var panels = Enumerable.Repeat(float.NaN, (int)TilePanels.Size(rows, columns) + 1).ToArray();
        fixed (
            float* from = source.ToFloats(),
                to = panels
        )
            TilePanels.Pack(from, rows, columns, isTransposed ? 1 : source.Pitch, isTransposed ? source.Pitch : 1, to);
        for (int i = 0; i < panels.Length - 1; i++)
        {
            int row = i / Columns % rows;
            int column = i / Columns / rows * Columns + i % Columns;
            double expected =
                column >= columns ? 0
                : isTransposed ? source[column, row]
                : source[row, column];
            Assert.That(panels[i], Is.EqualTo(expected), $"row {row}, column {column}");
        }
        Assert.That(panels[^1], Is.NaN, "what lies behind the panels");
    }
}

/** Why units stop where they stop, and what is to be said of their answers. */
export const notesVi = {
  'why.too-narrow': 'hẹp, xe cần {{neededMeters}}\u00A0m',
  'why.too-low': 'thấp {{heightMeters}}\u00A0m{{mark}}, xe cần {{neededMeters}}\u00A0m',
  'why.too-weak': 'chịu {{weightTonnes}}\u00A0t{{mark}}, xe nặng {{neededTonnes}}\u00A0t',
  'why.not-for-vehicles': 'chỉ đi bộ được',
  'why.against-oneway': 'ngược chiều',
  'why.barrier': 'vướng {{kind}}',
  'why.assumed-width': 'bề rộng chỉ mới giả định',
  'why.room-for-jacks': 'chỗ hạ chân chống, cần {{neededMeters}}\u00A0m',
  'why.nearest-road': 'đường xe gần cửa nhất',
  'why.chosen': 'do bạn chọn',
  'why.at-door': 'xe vào được tới cửa',
  'note.if-narrower':
    'Nếu {{road}} hẹp hơn {{width}}*: dừng ở {{stopName}}, vòi {{hoseMeters}}\u00A0m, chậm thêm {{extraSeconds}}.',
  'note.if-narrower-dry':
    'Nếu {{road}} hẹp hơn {{width}}*: dừng ở {{stopName}}, vòi {{hoseMeters}}\u00A0m, từ đó không có nước.',
  'note.if-narrower-unreachable': 'Nếu {{road}} hẹp hơn {{width}}*: xe này không tới được.',
  'note.if-wider':
    'Nếu {{road}} thật ra rộng từ {{neededMeters}}\u00A0m: xe vào sâu hơn, vòi còn {{hoseMeters}}\u00A0m, nhanh hơn {{savedSeconds}}. Hỏi người gọi.',
  'note.if-wider-to-door':
    'Nếu {{road}} thật ra rộng từ {{neededMeters}}\u00A0m: xe vào tới cửa, nhanh hơn {{savedSeconds}}. Hỏi người gọi.',
  'note.if-wider-water':
    'Nếu {{road}} thật ra rộng từ {{neededMeters}}\u00A0m: xe vào sâu hơn, vòi còn {{hoseMeters}}\u00A0m, chỉ từ đó mới có nước. Hỏi người gọi.',
  'note.if-wider-water-to-door':
    'Nếu {{road}} thật ra rộng từ {{neededMeters}}\u00A0m: xe vào tới cửa, chỉ từ đó mới có nước. Hỏi người gọi.',
  'note.first-attack':
    'Bình {{tankLiters}}\u00A0L, phun được {{seconds}}. Không tính là nước đầu tiên.',
  'note.no-stop-for-class': 'không chỗ nào loại xe này dừng được trong tầm',
  'note.station-off-road': 'đội ở xa mọi đường mà loại xe này đi được',
  'note.no-way-from-station': 'không có đường từ đội tới đây',
  'note.hose-short': 'Thiếu {{n}} cuộn; xe {{broughtBy}} mang thêm.',
  'note.hose-short-alone': 'Thiếu {{n}} cuộn; mọi xe tới cũng không đủ.',
  'note.status': '{{status}}',
  'note.unknown-class': 'loại xe {{vehicleClass}} chưa khai báo',
  'note.unknown-unit': 'Trong dữ liệu không có {{unitId}}: không tính xe này.',
  'note.no-stations': 'Dữ liệu chưa có đội chữa cháy nào, nên không xếp được xe.',
  'note.no-units': 'Dữ liệu chưa có xe nào, nên không xếp được xe.',
  'note.no-available-units': 'Không xe nào sẵn sàng.',
  'note.no-road-near': 'Không có đường nào gần điểm này.',
} as const;

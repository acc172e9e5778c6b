/** What answers say of roads, room and obstacles. */
export const roadsAnswerVi = {
  'unit.class.ladder': 'xe thang',
  'unit.class.tanker': 'xe chở nước',
  'unit.class.portable_pump': 'máy bơm khiêng tay',
  'unit.support': 'hỗ trợ',
  'answer.support': 'tới cửa, không mang nước',

  'why.low-spot': '{{kind}}: cao {{clearMeters}}\u00A0m{{mark}}, xe cần {{neededMeters}}\u00A0m',
  'why.narrow-spot':
    '{{kind}}: rộng {{clearMeters}}\u00A0m{{mark}}, xe cần {{neededMeters}}\u00A0m',
  'why.tight-corner': 'khúc cua gấp {{degrees}}°, xe cần rộng {{neededMeters}}\u00A0m để quay',
  'why.closed-hours': '{{kind}} lúc {{from}}–{{to}}, giờ này xe không qua được',
  'why.closed-hours.market': '{{kind}} họp {{from}}–{{to}}, giờ này xe không qua được',

  'before.too-narrow': 'chỗ hẹp ({{width}})',
  'before.too-low': 'chỗ thấp{{mark}}',
  'before.too-weak': 'đoạn tải trọng thấp{{mark}}',
  'before.not-for-vehicles': 'đoạn chỉ đi bộ được',
  'before.against-oneway': 'đoạn ngược chiều',
  'before.barrier': '{{kind}}',
  'before.barrier.bollard': 'cọc chắn',
  'before.closed-hours': '{{kind}}',
  'before.low-spot': '{{kind}}{{mark}}',
  'before.narrow-spot': '{{kind}}{{mark}}',
  'before.tight-corner': 'khúc cua gấp',
  'before.assumed-width': 'đoạn chưa đo bề rộng ({{width}})',
  'before.closed': 'đoạn đang cấm',
  'before.room-for-jacks': 'đoạn không có chỗ hạ chân chống',
  'before.something': 'chỗ vướng',

  'map.stop.too-narrow': '{{width}}',
  'map.stop.too-low': 'chỗ thấp{{mark}}',
  'map.stop.too-weak': 'tải trọng thấp{{mark}}',
  'map.stop.not-for-vehicles': 'chỉ đi bộ',
  'map.stop.against-oneway': 'ngược chiều',
  'map.stop.barrier': '{{kind}}',
  'map.stop.barrier.bollard': 'cọc chắn',
  'map.stop.closed-hours': '{{kind}}',
  'map.stop.low-spot': '{{kind}}{{mark}}',
  'map.stop.narrow-spot': '{{kind}}{{mark}}',
  'map.stop.tight-corner': 'cua gấp',
  'map.stop.assumed-width': '{{width}}',
  'map.stop.closed': 'đang cấm',
  'map.stop.room-for-jacks': 'chỗ hạ chân',
  'map.stop.something': 'chỗ vướng',

  'note.blocks-road':
    'Đỗ ở {{road}} sẽ chắn đường: rộng {{width}}, xe cần {{neededMeters}}\u00A0m để đứng làm việc.',
  'note.blocks-road-assumed':
    'Đỗ ở {{road}} có thể chắn đường: rộng {{width}} (giả định), xe cần {{neededMeters}}\u00A0m để đứng làm việc.',
  'note.must-reverse': 'Đường cụt: phải lùi {{meters}}\u00A0m mới quay đầu được.',
  'note.stand-behind': 'Đỗ sau xe {{callSign}}, cách điểm dừng {{meters}}\u00A0m, chừa lối vào.',
  'note.closed-at-hours': '{{road}} có {{kind}} lúc {{hours}}: giờ đó xe không vào được.',
  'note.held-up-on-foot':
    'Dọc đường rải vòi vướng {{kinds}}: mất thêm {{crewSeconds}}, đã tính trong thời gian trên.',
  'note.held-up-on-foot-each':
    'Dọc đường rải vòi vướng {{kinds}}: người mất thêm {{crewSeconds}}, nước mất thêm {{waterSeconds}}, đã tính trong thời gian trên.',
  'note.held-up-on-foot-water':
    'Dọc đường rải vòi vướng {{kinds}}: nước mất thêm {{waterSeconds}}, người không chậm, đã tính trong thời gian trên.',
  'note.held-up-on-foot-crew':
    'Dọc đường đi bộ vướng {{kinds}}: mất thêm {{crewSeconds}}, đã tính trong thời gian trên.',
  'note.road-newer-than-router':
    'Dữ liệu tìm đường cũ hơn những gì đã biết về đường sá ở đó: giờ đi tính trên mạng đường của máy chủ.',
  'note.no-water-aboard': 'Xe này không mang nước và không tính là nước đầu tiên.',
} as const;

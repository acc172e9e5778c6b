/** What answers say of roads, room and obstacles. */
export const roadsAnswerVi = {
  'unit.class.ladder': 'xe thang',
  'unit.class.tanker': 'xe chở nước',
  'unit.class.portable_pump': 'máy bơm khiêng tay',
  'unit.support': 'hỗ trợ',
  'answer.support': 'tới cửa, không mang nước',

  'barrier.removable_bollard': 'cọc tháo được',
  'barrier.locked_gate': 'cổng khóa',
  'barrier.narrow_spot': 'chỗ thắt',
  'barrier.low_cable': 'dây thấp',
  'barrier.height_bar': 'xà ngang thấp',
  'barrier.stairs': 'bậc thang',
  'barrier.market': 'chợ',

  'why.low-spot': '{{kind}}: cao {{clearMeters}}\u00A0m, xe cần {{neededMeters}}\u00A0m',
  'why.narrow-spot': '{{kind}}: rộng {{clearMeters}}\u00A0m, xe cần {{neededMeters}}\u00A0m',
  'why.tight-corner': 'khúc cua gấp {{degrees}}°, xe cần rộng {{neededMeters}}\u00A0m để quay',
  'why.closed-hours': '{{kind}} họp {{from}}–{{to}}, giờ này xe không qua được',

  'before.too-narrow': 'chỗ hẹp ({{width}})',
  'before.too-low': 'chỗ thấp',
  'before.too-weak': 'đoạn tải trọng thấp',
  'before.not-for-vehicles': 'đoạn chỉ đi bộ được',
  'before.against-oneway': 'đoạn ngược chiều',
  'before.barrier': '{{kind}}',
  'before.barrier.bollard': 'cọc chắn',
  'before.closed-hours': '{{kind}}',
  'before.low-spot': '{{kind}}',
  'before.narrow-spot': '{{kind}}',
  'before.tight-corner': 'khúc cua gấp',
  'before.assumed-width': 'đoạn chưa đo bề rộng ({{width}})',
  'before.closed': 'đoạn đang cấm',
  'before.room-for-jacks': 'đoạn không có chỗ hạ chân chống',
  'before.something': 'chỗ vướng',

  'note.blocks-road':
    'Đỗ ở {{road}} sẽ chắn đường: rộng {{width}}, xe cần {{neededMeters}}\u00A0m để đứng làm việc.',
  'note.blocks-road-assumed':
    'Đỗ ở {{road}} có thể chắn đường: rộng {{width}} (giả định), xe cần {{neededMeters}}\u00A0m để đứng làm việc.',
  'note.must-reverse': 'Đường cụt: phải lùi {{meters}}\u00A0m mới quay đầu được.',
  'note.stand-behind': 'Đỗ sau xe {{callSign}}, cách điểm dừng {{meters}}\u00A0m, chừa lối vào.',
  'note.closed-at-hours': '{{road}} có {{kind}} từ {{from}} đến {{to}}: giờ đó xe không vào được.',
  'note.road-newer-than-router':
    'Đường vừa được sửa trên bản đồ: giờ đi tính trên mạng đường của máy chủ.',
  'note.no-water-aboard': 'Xe này không mang nước và không tính là nước đầu tiên.',
} as const;

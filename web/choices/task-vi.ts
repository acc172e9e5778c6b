/** The texts of what one unit does in the plan that all share. */
export const taskVi = {
  'task.unknown':
    'Chưa rõ xe nào đi đầu: hỏi trực ban. Chỗ dừng, vòi và nước dưới đây tính như xe này đi đầu, cùng các xe đang sẵn sàng.',
  'task.first': '{{first}} đi đầu, dừng tại {{stop}} ({{position}}).',
  'task.firstBare': '{{first}} đi đầu.',
  'task.wait': 'Xe này chờ ở {{road}}, phía sau {{first}}, cách {{meters}}\u00A0m, chừa lối vào.',
  'task.waitApart':
    'Xe này chờ ở {{road}}, cách {{first}} {{meters}}\u00A0m đường chim bay, chừa lối vào: không vào được tới chỗ {{first}} dừng.',
  'task.pump':
    'Xe này bơm tiếp nước cho {{first}}: đứng ở {{road}}, rải {{meters}}\u00A0m vòi tới {{first}}.',
  'task.pumpAtWater': 'Xe này bơm tiếp nước cho {{first}}: đứng ngay tại nguồn nước.',
  'task.carryToWater': 'Tổ xe này khiêng bơm tới nguồn nước ở {{position}}.',
  'task.carryFromWater':
    'Tổ xe này khiêng bơm tới {{position}}, trên đường vòi, cách nguồn nước {{meters}}\u00A0m.',
  'task.carryFromFirst':
    'Tổ xe này khiêng bơm tới {{position}}, trên đường vòi, cách chỗ {{first}} dừng {{meters}}\u00A0m.',
  'task.fetch':
    'Xe này chở nước cho {{first}}: lấy nước ở {{water}} ({{position}}), cách chỗ {{first}} dừng {{distance}} đường xe chạy.',
  'task.fetchOutside':
    'Xe này chở nước cho {{first}}: lấy nước ở {{water}} ({{position}}), cách {{distance}} đường xe chạy, chở tới {{stop}} ({{stopPosition}}): từ đó phải bơm tiếp vào.',
  'map.fetch': 'xe chở nước lấy ở đây',
  'mapText.fetch': 'Xe chở nước lấy nước ở {{water}} ({{position}}).',
  'legend.fetch': 'Chỗ xe chở nước lấy nước',
  'task.bringHose_one': 'Xe này mang thêm {{n}} cuộn vòi cho {{first}}.',
  'task.bringHose_other': 'Xe này mang thêm {{n}} cuộn vòi cho {{first}}.',
  'task.none': 'Phương án chưa giao chỗ riêng cho xe này: tới nơi thì nhận lệnh ở {{first}}.',
  'task.noWay': 'Chưa có đường tới chỗ này: {{why}}',
  'task.arrives': 'tới chỗ đứng',
  'why.task-wait': 'chờ {{first}}, chừa lối vào',
  'why.task-pump': 'bơm tiếp nước cho {{first}}',
  'task.wait.label': 'Chờ tại',
  'task.pump.label': 'Bơm tại',
  'send.first.text': '{{first}} đi đầu. Đang xem {{callSign}} như thể xe này đi đầu.',
  'send.first.takesBack': '{{callSign}} đã điều sẽ bị rút.',
  'send.first': 'Cho {{callSign}} đi đầu',
  'send.another': 'Một xe khác',
  'send.also.text': '{{callSign}} chưa nằm trong số xe được điều.',
  'send.also': 'Điều thêm {{callSign}}',
} as const;

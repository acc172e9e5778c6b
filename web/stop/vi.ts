/** The texts of moving the stop point. */
export const stopVi = {
  'stop.move': 'Dời',
  'stop.moveTitle': 'Dời điểm dừng trên bản đồ',
  'stop.handle':
    'Điểm dừng của {{callSign}}. Kéo, hoặc dời bằng phím mũi tên (Shift: xa hơn), Enter để tính lại, Esc để thôi.',
  'stop.describe': 'cách cửa {{meters}}\u00A0m',
  'stop.chosen': 'Điểm dừng do bạn chọn.',
  'stop.chosenSlower': 'Điểm dừng do bạn chọn: chậm thêm {{time}}.',
  'stop.chosenFaster': 'Điểm dừng do bạn chọn: nhanh hơn {{time}}.',
  'stop.chosenSame': 'Điểm dừng do bạn chọn: thời gian như cũ.',
  'stop.chosenUnreachable': 'Xe không tới được điểm bạn chọn.',
  'note.stop-snapped': 'Đường gần nhất cách chỗ bạn chọn {{meters}}\u00A0m.',
  'stop.asking': 'Đang tính cho điểm dừng mới…',
  'stop.failed': 'Chưa tính được cho điểm dừng mới: {{why}}',
  'stop.undo': 'Hoàn tác',
  'stop.reset': 'Về điểm đã tính',
  'stop.help.move': 'dời điểm dừng: mũi tên, rồi Enter',
  'stop.help.undo': 'hoàn tác lần dời điểm dừng',
} as const;

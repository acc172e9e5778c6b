/** Where the numbers of an answer come from. */
export const originsVi = {
  'origins.button': 'Nguồn số liệu',
  'origins.help': 'số liệu lấy từ đâu',
  'origins.title': '{{callSign}}: số liệu lấy từ đâu',
  'origins.close': 'Đóng',
  'origins.position': 'Vị trí xe',
  'origins.toWater': 'Đến khi có nước',
  'origins.toCrew': 'Đến khi có tổ đầu tiên',
  'origins.sum': 'Cộng: {{parts}}.',
  'origins.waterMeters': 'Số mét vòi tới nguồn nước',
  'origin.part': '{{part}} {{time}}: {{origin}}',
  'origin.turnout': 'Mức chung cho mọi đội trong bảng tham số, không phải số đo của đội này.',
  'origin.drive.osrm': 'OSRM tính trên mạng đường.',
  'origin.drive.beforehand':
    'Tính sẵn trên đồ thị đường của máy chủ: OSRM chỉ tính cho các trạm gần hơn.',
  'origin.drive.graph': 'Tính trên đồ thị đường của máy chủ.',
  'origin.drive.kept': 'Theo cỡ xe, đường cấm và tốc độ giao thông biết được.',
  'origin.drive.unchecked': 'Chưa kiểm tra đường cấm và chỗ xe không lọt.',
  'origin.drive.contraflow': 'Đoạn cuối đi ngược chiều tính trên đồ thị đường của máy chủ.',
  'origin.drive.table': 'Lấy từ bảng thời gian tính sẵn.',
  'origin.drive.straight-line': 'Ước theo đường chim bay, không theo mạng đường.',
  'origin.setUp': 'Mức riêng của loại xe, hoặc mức trong bảng tham số cho nguồn nước này.',
  'origin.laying':
    'Chiều dài vòi, cầu thang tính nhiều lần, chia cho tốc độ rải trong bảng tham số; cộng chỗ vướng trên lối đi.',
  'origin.laying.supply': 'Gồm cả vòi tới nguồn nước.',
  'origin.filling': 'Thể tích vòi chia cho lưu lượng bơm của loại xe.',
  'origin.walking':
    'Lối đi bộ, cầu thang tính nhiều lần, chia cho tốc độ đi trong bảng tham số; cộng chỗ vướng trên lối đi.',
  'origin.walking.rough':
    'Đường chim bay từ điểm dừng tới cửa chia cho tốc độ đi trong bảng tham số.',
  'origin.hose':
    'Đo dọc lối người đi được trên bản đồ, từ điểm dừng tới cửa; số cuộn cộng phần dự phòng và phần lên tầng.',
  'origin.hose.supply': 'Phần tới nguồn nước đo từ điểm dừng tới nguồn nước.',
  'origin.hose.noFloors': 'Số tầng là giả định, chưa ai ghi.',
  'origin.walk': 'Đo dọc lối người đi được trên bản đồ.',
  'origin.position.stale': 'Máy định vị của xe báo lần cuối, nay đã cũ.',
  'origin.position': 'Máy định vị của xe báo.',
  'origin.flow.tested': 'Theo dữ liệu nguồn nước, thử ngày {{date}}.',
  'origin.flow.never-tested': 'Theo dữ liệu nguồn nước, không ghi ngày thử.',
  'origin.flow.drawn': 'Ao, hồ, sông cho nước theo sức bơm của xe; không phải số đo.',
  'origin.flow.unknown': 'Dữ liệu nguồn nước không ghi số này.',
} as const;
